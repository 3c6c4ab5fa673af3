package dev.codemode.sandbox.worker.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Arrivals arrivals = new Arrivals(clock::get, 1, 4);

    @Test
    void askForTheLeastWhenNobodyCame() {
        assertThat(arrivals.spares()).isEqualTo(1);
    }

    @Test
    void askForOneMoreForEachTwo() {
        arrivals.add();
        assertThat(arrivals.spares()).isEqualTo(1);
        arrivals.add();
        assertThat(arrivals.spares()).isEqualTo(2);
    }

    @Test
    void askForNoMoreThanTheMost() {
        for (int i = 0; i < 1_000; i++) {
            arrivals.add();
        }
        assertThat(arrivals.spares()).isEqualTo(4);
    }

    @Test
    void forgetWhoCameHalfAMinuteAgo() {
        arrivals.add();
        clock.addAndGet(Duration.ofSeconds(20).toNanos());
        arrivals.add();
        clock.addAndGet(Duration.ofSeconds(11).toNanos());
        arrivals.add();
        assertThat(arrivals.spares()).isEqualTo(2);
        clock.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(arrivals.spares()).isEqualTo(1);
    }

    @Test
    void askForNoneWhereNoneIsWanted() {
        Arrivals none = new Arrivals(clock::get, 0, 0);
        none.add();
        none.add();
        assertThat(none.spares()).isZero();
    }
}
