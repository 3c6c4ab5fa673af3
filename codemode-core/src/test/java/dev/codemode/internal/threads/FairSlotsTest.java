package dev.codemode.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FairSlotsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private final FairSlots places = new FairSlots(2);
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void servesTheTrustDomainThatHasTheFewestFirst() throws InterruptedException {
        assertThat(places.enter("flood", LONG)).isTrue();
        assertThat(places.enter("flood", LONG)).isTrue();
        for (String domain : List.of("flood", "flood", "one", "two", "flood")) {
            await(domain);
        }
        for (String leaving : List.of("flood", "one", "two", "flood")) {
            int before = served.size();
            places.leave(leaving);
            while (served.size() == before) {
                Thread.onSpinWait();
            }
        }
        assertThat(served).containsExactly("one", "two", "flood", "flood");
        places.leave("flood");
        threads.get(4).join();
        assertThat(served).hasSize(5);
    }

    @Test
    void waitsNoLongerThanItMay() throws InterruptedException {
        places.enter("one", Duration.ZERO);
        places.enter("one", Duration.ZERO);
        assertThat(places.enter("two", Duration.ofMillis(1))).isFalse();
        places.leave("one");
        assertThat(places.enter("two", Duration.ZERO)).isTrue();
    }

    @Test
    void waitsNoLongerThanItMayInAll() throws InterruptedException {
        places.enter("one", Duration.ZERO);
        places.enter("two", Duration.ZERO);
        assertThat(places.enter("three", LONG, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void waitsUntilNoPlaceIsTaken() throws InterruptedException {
        places.enter("one", LONG);
        assertThat(places.awaitEmpty(Duration.ofMillis(1))).isFalse();
        places.leave("one");
        assertThat(places.awaitEmpty(LONG)).isTrue();
    }

    private void await(String domain) {
        int before = places.waiting();
        Thread thread = new Thread(() -> {
            try {
                if (places.enter(domain, LONG)) {
                    served.add(domain);
                }
            } catch (InterruptedException e) {
                served.add(e.toString());
            }
        });
        threads.add(thread);
        thread.start();
        while (places.waiting() == before) {
            Thread.onSpinWait();
        }
    }
}
