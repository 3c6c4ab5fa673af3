package dev.codemode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Caller;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.script.ScriptRequest;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.tests.ErrorGolden;
import dev.codemode.tests.ShopSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A script is prepared when it has its place, in its own time, and whatever the preparer does it is answered. */
@Timeout(60)
final class PreparingTest {
    private static final Limits LIMITS =
            Limits.builder().maxRunTime(Duration.ofSeconds(20)).build();

    private final ScriptedSandbox sandbox =
            ScriptedSandbox.answering(request -> new Execution.Completed("1", ConsoleOutput.empty()));

    @Test
    void aPreparerThatThrowsIsAnswered() {
        try (CodeMode codeMode = codeMode(request -> {
            throw new IndexOutOfBoundsException("Index 5 out of bounds");
        })) {
            ExecuteAnswer answer = codeMode.execute("1", Caller.anonymous());
            assertThat(answer.status()).isEqualTo(ExecutionStatus.REJECTED);
            assertThat(answer.text())
                    .isEqualTo("The server could not read the script. Write it differently.\nNothing ran.");
        }
    }

    @Test
    void aScriptThatThereIsNoTimeForIsBusy() {
        try (CodeMode codeMode =
                codeMode(request -> new PreparedScript.Unavailable(Execution.Unavailable.Reason.BUSY))) {
            ExecuteAnswer answer = codeMode.execute("1", Caller.anonymous());
            assertThat(answer.status()).isEqualTo(ExecutionStatus.BUSY);
            ErrorGolden.verify("busy-sandboxes", answer.text());
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void theStartOfThePreparerDoesNotCountAsRunTime() {
        CompletableFuture<Instant> started = new CompletableFuture<>();
        CompletableFuture<Duration> left = new CompletableFuture<>();
        CompletableFuture<Instant> deadline = new CompletableFuture<>();
        ScriptPreparer preparer = new ScriptPreparer() {
            @Override
            public PreparedScript prepare(ScriptRequest request) {
                RunClock.Pause starting = request.clock().pause();
                left.complete(request.clock().left());
                started.complete(Instant.now());
                starting.close();
                deadline.complete(request.clock().deadline());
                return ready();
            }

            @Override
            public void close() {}
        };
        try (CodeMode codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(sandbox)
                .limits(LIMITS)
                .scripts(preparer)
                .build()) {
            codeMode.execute("1", Caller.of("clerk"));
        }
        assertThat(deadline.join()).isAfterOrEqualTo(started.join().plus(left.join()));
    }

    @Test
    void preparingCountsAsRunTime() {
        CompletableFuture<Instant> deadline = new CompletableFuture<>();
        try (CodeMode codeMode = codeMode(request -> {
            deadline.complete(request.clock().deadline());
            return ready();
        })) {
            Instant before = Instant.now();
            codeMode.execute("1", Caller.of("clerk"));
            assertThat(deadline.join())
                    .isBetween(before.plusSeconds(20), Instant.now().plusSeconds(20));
            assertThat(sandbox.requests().get(0).clock().left()).isLessThan(LIMITS.maxRunTime());
        }
    }

    @Test
    void anInterruptWhileAScriptIsPreparedCancelsIt() {
        try (CodeMode codeMode = codeMode(request -> {
            Thread.currentThread().interrupt();
            return new PreparedScript.Rejected("", "The script was cancelled.", (SourcePosition) null);
        })) {
            ExecuteAnswer answer = codeMode.execute("1", Caller.anonymous());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer.status()).isEqualTo(ExecutionStatus.CANCELLED);
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void anInterruptThatAPreparerThrowsCancelsTheScriptToo() {
        try (CodeMode codeMode = codeMode(request -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        })) {
            assertThat(codeMode.execute("1", Caller.anonymous()).status()).isEqualTo(ExecutionStatus.CANCELLED);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void trustDomainsArePreparedInTurn() throws InterruptedException {
        BlockingQueue<String> prepared = new LinkedBlockingQueue<>();
        Semaphore go = new Semaphore(0);
        try (CodeMode codeMode = codeMode(request -> {
            prepared.add(request.trustDomain());
            go.acquireUninterruptibly();
            return ready();
        })) {
            List<Thread> many =
                    List.of(execute(codeMode, "many"), execute(codeMode, "many"), execute(codeMode, "many"));
            assertThat(List.of(prepared.take(), prepared.take())).isEqualTo(List.of("many", "many"));
            Thread one = execute(codeMode, "one");
            while (one.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            go.release();
            assertThat(prepared.take()).isEqualTo("one");
            go.release(3);
            one.join();
            for (Thread thread : many) {
                thread.join();
            }
        }
    }

    private static Thread execute(CodeMode codeMode, String caller) {
        Thread thread = new Thread(() -> codeMode.execute("1", Caller.of(caller)));
        thread.start();
        return thread;
    }

    private static PreparedScript ready() {
        return new PreparedScript.Ready("return 1;", UnaryOperator.identity());
    }

    private CodeMode codeMode(Function<ScriptRequest, PreparedScript> preparing) {
        return CodeMode.builder()
                .source(new ShopSource())
                .sandbox(sandbox)
                .limits(LIMITS)
                .maxConcurrentExecutions(2)
                .scripts(new ScriptPreparer() {
                    @Override
                    public PreparedScript prepare(ScriptRequest request) {
                        return preparing.apply(request);
                    }

                    @Override
                    public void close() {}
                })
                .build();
    }
}
