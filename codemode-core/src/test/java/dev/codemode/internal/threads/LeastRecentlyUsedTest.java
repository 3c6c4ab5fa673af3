package dev.codemode.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LeastRecentlyUsedTest {
    private final LeastRecentlyUsed<String, String> values = new LeastRecentlyUsed<>(2);
    private final List<String> made = new ArrayList<>();

    private String value(String key) {
        return values.get(key, asked -> {
            made.add(asked);
            return asked.toUpperCase(java.util.Locale.ROOT);
        });
    }

    @Test
    void makesAValueOnce() {
        assertThat(value("a")).isEqualTo("A");
        assertThat(value("a")).isEqualTo("A");
        assertThat(made).containsExactly("a");
    }

    @Test
    void dropsWhatWasNotAskedForLongest() {
        value("a");
        value("b");
        value("a");
        value("c");
        assertThat(values.values()).containsExactly("C", "A");
        assertThat(values.find("b")).isEmpty();
        value("b");
        assertThat(made).containsExactly("a", "b", "c", "b");
    }

    @Test
    void findingCountsAsAsking() {
        value("a");
        value("b");
        assertThat(values.find("a")).contains("A");
        value("c");
        assertThat(values.values()).containsExactly("C", "A");
    }

    @Test
    void findsNothingThatWasNotMade() {
        assertThat(values.find("a")).isEmpty();
        assertThat(values.values()).isEmpty();
    }

    @Test
    void othersWaitForNoneThatIsBeingMade() throws InterruptedException {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread slow = new Thread(() -> values.get("slow", key -> {
            making.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "SLOW";
        }));
        slow.start();
        making.await();
        assertThat(value("a")).isEqualTo("A");
        done.countDown();
        slow.join();
        assertThat(values.values()).containsExactly("SLOW", "A");
    }

    @Test
    void theFirstThatWasMadeIsKept() {
        String outer = values.get("a", key -> {
            value("a");
            return "other";
        });
        assertThat(outer).isEqualTo("A");
    }
}
