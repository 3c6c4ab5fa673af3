package dev.codemode.sandbox.worker.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QueueTurnsTest {
    private final QueueTurns turns = new QueueTurns(7);

    @Test
    void endWhenNobodyWasServed() {
        assertThat(turns.another(8, false, true)).isTrue();
        assertThat(turns.another(8, false, true)).isFalse();
    }

    @Test
    void goOnWhileOthersAreServedUpToSix() {
        for (int i = 1; i < 6; i++) {
            assertThat(turns.another(7 + i, false, true)).isTrue();
        }
        assertThat(turns.another(100, false, true)).isFalse();
    }

    @Test
    void goOnWhileAWorkerStartsUpToSix() {
        for (int i = 1; i < 6; i++) {
            assertThat(turns.another(7, true, true)).isTrue();
        }
        assertThat(turns.another(7, true, true)).isFalse();
    }

    @Test
    void goOnWithoutEndWhileTheOnlyWorkersStart() {
        for (int i = 1; i < 100; i++) {
            assertThat(turns.another(7, true, false)).isTrue();
        }
    }
}
