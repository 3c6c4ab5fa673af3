package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupting and closing a sandbox. */
abstract class LifecycleClaims extends SandboxClaims {
    private final SandboxContract contract;

    LifecycleClaims(SandboxContract contract) {
        super(contract);
        this.contract = contract;
    }

    /** Returns a new one, which the test closes. */
    @Override
    final Sandbox sandbox() {
        return contract.sandbox();
    }

    @Test
    void answersThatItIsClosed() throws InterruptedException {
        Sandbox sandbox = sandbox();
        sandbox.close();
        assertThat(sandbox.execute(request("return 1;", Limits.defaults(), silent())))
                .isEqualTo(new Execution.Unavailable(Execution.Unavailable.Reason.CLOSED, ConsoleOutput.empty()));
    }

    @Test
    void mayBeClosedTwice() {
        Sandbox sandbox = sandbox();
        sandbox.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"await books.find();", "books.find(); while (true) {}"})
    void stopsWhatRunsWhenItIsClosed(String body) throws InterruptedException {
        Sandbox sandbox = sandbox();
        Caller caller = new Caller(sandbox, body);
        caller.awaitCall();
        sandbox.close();
        caller.join();
        assertThat(caller.execution)
                .isEqualTo(new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, ConsoleOutput.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"await books.find();", "books.find(); while (true) {}"})
    void stopsTheScriptOfAnInterruptedThread(String body) throws InterruptedException {
        try (Sandbox sandbox = sandbox()) {
            Caller caller = new Caller(sandbox, body);
            caller.awaitCall();
            caller.interrupt();
            caller.join();
            assertThat(caller.interrupted).isTrue();
        }
    }

    @Test
    void startsNothingOnAnInterruptedThread() {
        try (Sandbox sandbox = sandbox()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> sandbox.execute(request("return 1;", Limits.defaults(), silent())))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    /** Runs a script whose call is never answered. */
    private static final class Caller extends Thread implements HostBridge {
        private final Sandbox sandbox;
        private final SandboxRequest request;
        private final CountDownLatch called = new CountDownLatch(1);
        private volatile Execution execution = new Execution.Completed(null, ConsoleOutput.empty());
        private volatile boolean interrupted;

        Caller(Sandbox sandbox, String body) {
            this.sandbox = sandbox;
            this.request = request(body, Limits.defaults(), this);
            start();
        }

        void awaitCall() throws InterruptedException {
            called.await();
        }

        @Override
        public void run() {
            try {
                execution = sandbox.execute(request);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }

        @Override
        public CompletionStage<HostReply> call(HostCall call) {
            called.countDown();
            return new CompletableFuture<>();
        }
    }
}
