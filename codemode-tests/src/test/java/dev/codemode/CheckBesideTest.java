package dev.codemode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.PreparedScript.Findings;
import dev.codemode.script.PreparedScript.Mistake;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.script.ScriptRequest;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.tests.ErrorGolden;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A script runs while it is checked: what reads may start, what changes something waits, and a mistake undoes nothing. */
@Timeout(60)
final class CheckBesideTest {
    private static final Execution DONE = new Execution.Completed("1", ConsoleOutput.empty());
    private static final Findings REFUSED = new Findings(
            List.of(new Mistake(
                    "", "orders.place: 'id' is missing: it must be a string (at $).", null, "orders.place")),
            List.of());

    private final BlockingQueue<String> reached = new LinkedBlockingQueue<>();
    private final CompletableFuture<Findings> findings = new CompletableFuture<>();
    private final CountDownLatch checking = new CountDownLatch(1);

    @Test
    void aReadDoesNotWaitForTheCheck() {
        ScriptedSandbox sandbox = ScriptedSandbox.answering(request -> {
            HostReply reply = ScriptedSandbox.Calls.of(request).call("orders.find", "[]");
            findings.complete(Findings.none());
            return new Execution.Completed(((HostReply.Fulfilled) reply).json(), ConsoleOutput.empty());
        });
        assertThat(execute(sandbox, true).resultJson()).isEqualTo("\"find\"");
    }

    @Test
    void aWriteReachesItsHandlerOnlyAfterTheCheckHasPassed() {
        ScriptedSandbox sandbox = ScriptedSandbox.answering(request -> {
            CompletionStage<HostReply> reply = request.host().call(new HostCall(1, "orders.place", "[]"));
            checking.await();
            assertThat(reached.poll(50, TimeUnit.MILLISECONDS)).isNull();
            findings.complete(Findings.none());
            assertThat(reply.toCompletableFuture().join()).isEqualTo(new HostReply.Fulfilled("\"place\""));
            return DONE;
        });
        assertThat(execute(sandbox, false).status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(reached).containsExactly("place");
    }

    @Test
    void callsAfterAWriteThatWaitsStartAfterIt() {
        ScriptedSandbox sandbox = ScriptedSandbox.answering(request -> {
            CompletionStage<HostReply> first = request.host().call(new HostCall(1, "orders.place", "[]"));
            CompletionStage<HostReply> second = request.host().call(new HostCall(2, "orders.find", "[]"));
            assertThat(reached.poll(50, TimeUnit.MILLISECONDS)).isNull();
            findings.complete(Findings.none());
            first.toCompletableFuture().join();
            second.toCompletableFuture().join();
            return DONE;
        });
        assertThat(execute(sandbox, true).status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(reached).containsExactlyInAnyOrder("place", "find");
    }

    @Test
    void aWriteOfARejectedScriptNeverReachesItsHandler() {
        ScriptedSandbox sandbox = ScriptedSandbox.answering(request -> {
            ScriptedSandbox.Calls calls = ScriptedSandbox.Calls.of(request);
            calls.call("orders.find", "[]");
            CompletionStage<HostReply> held = request.host().call(new HostCall(2, "orders.place", "[]"));
            findings.complete(REFUSED);
            assertThat(held.toCompletableFuture().join()).isInstanceOf(HostReply.Rejected.class);
            HostReply after = request.host()
                    .call(new HostCall(3, "orders.find", "[]"))
                    .toCompletableFuture()
                    .join();
            assertThat(after).isInstanceOf(HostReply.Rejected.class);
            return DONE;
        });
        ExecuteAnswer answer = execute(sandbox, true);
        assertThat(answer.status()).isEqualTo(ExecutionStatus.REJECTED);
        assertThat(answer.resultJson()).isNull();
        assertThat(reached).containsExactly("find");
        ErrorGolden.verify("rejected-while-running", answer.text());
    }

    @Test
    void aRejectedScriptIsTheAnswerWhateverItReturned() {
        ScriptedSandbox sandbox = ScriptedSandbox.answering(request -> DONE);
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> findings.complete(REFUSED));
        ExecuteAnswer answer = execute(sandbox, true);
        assertThat(answer.status()).isEqualTo(ExecutionStatus.REJECTED);
        ErrorGolden.verify("rejected-while-running", answer.text());
    }

    @Test
    void aRejectedScriptThatDoesNotEndIsStopped() {
        ScriptedSandbox sandbox = ScriptedSandbox.answering(request -> {
            findings.complete(REFUSED);
            while (!request.clock().isSpent()) {
                Thread.onSpinWait();
            }
            return new Execution.Stopped(LimitKind.RUN_TIME, null, ConsoleOutput.empty());
        });
        ErrorGolden.verify("rejected-while-running", execute(sandbox, true).text());
    }

    @Test
    void aScriptThatNeedsNoCheckIsNotChecked() {
        assertThat(execute(ScriptedSandbox.answering(request -> DONE), false).status())
                .isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(checking.getCount()).isOne();
    }

    @Test
    void aScriptThatFailsIsChecked() {
        ScriptFailure failure = ScriptFailure.of(ScriptFailure.Kind.THROWN, "TypeError", "x is not a function", null);
        findings.complete(REFUSED);
        ScriptedSandbox sandbox =
                ScriptedSandbox.answering(request -> new Execution.Failed(failure, ConsoleOutput.empty()));
        ErrorGolden.verify("rejected-while-running", execute(sandbox, false).text());
    }

    @Test
    void hintsOfTheCheckStandInTheAnswer() {
        findings.complete(new Findings(List.of(), List.of("line 1: 'x' may be null or undefined.")));
        assertThat(execute(ScriptedSandbox.answering(request -> DONE), true).text())
                .isEqualTo("1\n\nHint: line 1: 'x' may be null or undefined.");
    }

    @Test
    void aCheckThatFailsFindsNothing() {
        findings.completeExceptionally(new IllegalStateException("the checker is gone"));
        assertThat(execute(ScriptedSandbox.answering(request -> DONE), true).status())
                .isEqualTo(ExecutionStatus.COMPLETED);
    }

    @Test
    void anInterruptWhileTheCheckRunsCancelsTheScript() {
        ScriptedSandbox sandbox = ScriptedSandbox.answering(request -> {
            Thread.currentThread().interrupt();
            return DONE;
        });
        assertThat(execute(sandbox, true).status()).isEqualTo(ExecutionStatus.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aScriptThatTheSandboxCannotParseIsPreparedAgain() {
        PreparedScript.Ready again = new PreparedScript.Ready("return 2;", UnaryOperator.identity());
        assertThat(unparsed(() -> again).status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(unparsed(() -> new PreparedScript.Rejected("SyntaxError", "Write 2.", null))
                        .text())
                .isEqualTo("SyntaxError: Write 2.\nNothing ran.");
        assertThat(unparsed(() -> new PreparedScript.Unavailable(Execution.Unavailable.Reason.NOT_STARTED))
                        .text())
                .isEqualTo("SyntaxError: Unexpected token\nNothing ran.");
    }

    @Test
    void aCheckThatEndsAfterItsRunStopsNoOther() {
        ScriptFailure failure = ScriptFailure.of(ScriptFailure.Kind.SYNTAX, "SyntaxError", "Unexpected token", null);
        ScriptedSandbox sandbox = ScriptedSandbox.answering(request -> {
            if (request.script().body().equals("return 1;")) {
                return new Execution.Failed(failure, ConsoleOutput.empty());
            }
            findings.complete(REFUSED);
            assertThat(request.clock().left()).isGreaterThan(Duration.ofSeconds(1));
            return DONE;
        });
        PreparedScript.Ready again = new PreparedScript.Ready("return 2;", UnaryOperator.identity());
        PreparedScript.Ready first =
                new PreparedScript.Ready("return 1;", UnaryOperator.identity(), new ControlledCheck(true), () -> again);
        assertThat(execute(sandbox, first).status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    private ExecuteAnswer execute(ScriptedSandbox sandbox, boolean needed) {
        return execute(
                sandbox,
                new PreparedScript.Ready("return 1;", UnaryOperator.identity(), new ControlledCheck(needed), null));
    }

    /** Has a sandbox refuse the first text that it gets. */
    private ExecuteAnswer unparsed(Supplier<PreparedScript> then) {
        ScriptFailure failure = ScriptFailure.of(ScriptFailure.Kind.SYNTAX, "SyntaxError", "Unexpected token", null);
        ScriptedSandbox sandbox =
                ScriptedSandbox.answering(request -> request.script().body().equals("return 1;")
                        ? new Execution.Failed(failure, ConsoleOutput.empty())
                        : DONE);
        return execute(
                sandbox,
                new PreparedScript.Ready("return 1;", UnaryOperator.identity(), PreparedScript.Check.none(), then));
    }

    private ExecuteAnswer execute(ScriptedSandbox sandbox, PreparedScript.Ready ready) {
        ScriptPreparer preparer = new ScriptPreparer() {
            @Override
            public PreparedScript prepare(ScriptRequest request) {
                return ready;
            }

            @Override
            public void close() {}
        };
        try (CodeMode codeMode = CodeMode.builder()
                .source(new WatchedSource())
                .sandbox(sandbox)
                .scripts(preparer)
                .build()) {
            return codeMode.execute("return 1;", Caller.of("clerk"));
        }
    }

    /** A check that ends when the test says so. */
    private final class ControlledCheck implements PreparedScript.Check {
        private final boolean needed;

        ControlledCheck(boolean needed) {
            this.needed = needed;
        }

        @Override
        public boolean isNeeded() {
            return needed;
        }

        @Override
        public CompletionStage<Findings> findings() {
            checking.countDown();
            return findings;
        }
    }

    /** Operations that say when they are reached. */
    private final class WatchedSource implements ServiceSource {
        @Override
        public SourceSnapshot load() {
            Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
            handlers.put(OperationName.of("orders", "find"), handler("find"));
            handlers.put(OperationName.of("orders", "place"), handler("place"));
            List<Operation> operations = List.of(
                    Operation.builder(OperationName.of("orders", "find"), Effect.READ)
                            .output(Schema.string())
                            .build(),
                    Operation.builder(OperationName.of("orders", "place"), Effect.WRITE)
                            .output(Schema.string())
                            .build());
            return new SourceSnapshot(
                    List.of(Service.of("orders", Docs.none(), operations, List.of())), handlers, List.of());
        }

        private OperationHandler handler(String name) {
            return call -> {
                reached.add(name);
                return name;
            };
        }

        @Override
        public void onChange(Runnable listener) {}

        @Override
        public void close() {}
    }
}
