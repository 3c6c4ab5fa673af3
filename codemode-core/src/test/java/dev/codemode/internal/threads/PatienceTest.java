package dev.codemode.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    private final Patience patience = new Patience(Duration.ofNanos(5), Duration.ofNanos(12));

    @Test
    void endsWhenTheQueueStandsStill() {
        patience.waited(3, false);
        assertThat(patience.left()).isEqualTo(2);
        patience.waited(2, false);
        assertThat(patience.left()).isZero();
    }

    @Test
    void beginsAnewWhenTheQueueMoves() {
        patience.waited(4, true);
        assertThat(patience.left()).isEqualTo(5);
    }

    @Test
    void endsHoweverTheQueueMoves() {
        patience.waited(4, true);
        patience.waited(4, true);
        assertThat(patience.left()).isEqualTo(4);
        patience.waited(4, true);
        assertThat(patience.left()).isZero();
    }
}
