package dev.codemode.mcp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientRequestTest {
    @Test
    void isNotEnteredOnceCancelled() {
        ClientRequest call = new ClientRequest();
        call.cancel();
        assertThat(call.enter()).isFalse();
    }

    @Test
    void interruptsItsThreadAndLeavesNothingBehind() {
        ClientRequest call = new ClientRequest();
        assertThat(call.enter()).isTrue();
        call.cancel();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(call.leave()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void doesNotInterruptWhatRunsOnTheThreadAfterwards() {
        ClientRequest call = new ClientRequest();
        call.enter();
        assertThat(call.leave()).isTrue();
        call.cancel();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
