package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningCallTest {
    @Test
    void isNotEnteredOnceCancelled() {
        RunningCall call = new RunningCall();
        call.cancel();
        assertThat(call.enter()).isFalse();
    }

    @Test
    void interruptsItsThreadAndLeavesNothingBehind() {
        RunningCall call = new RunningCall();
        assertThat(call.enter()).isTrue();
        call.cancel();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(call.leave()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void doesNotInterruptWhatRunsOnTheThreadAfterwards() {
        RunningCall call = new RunningCall();
        call.enter();
        assertThat(call.leave()).isTrue();
        call.cancel();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
