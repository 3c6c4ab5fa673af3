package dev.codemode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import dev.codemode.execution.ExecutionEvent;
import dev.codemode.execution.ExecutionRecord;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.Limits;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.tests.ShopSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Listeners are notified of executions, without their content. */
final class ExecutionEventsTest {
    private static final Caller CLERK = Caller.of("clerk");

    private static Execution completed(String json) {
        return new Execution.Completed(json, ConsoleOutput.empty());
    }

    private static CodeModeBuilder builder(ScriptedSandbox.Script script) {
        return CodeMode.builder().source(new ShopSource()).sandbox(ScriptedSandbox.answering(script));
    }

    @Test
    void recordsEveryExecutionWithoutItsContent() {
        List<ExecutionEvent> events = new ArrayList<>();
        try (CodeMode codeMode = builder(request -> {
                    request.host()
                            .call(new HostCall(1, "orders.place", "[{\"id\":\"s3cret\"}]"))
                            .toCompletableFuture()
                            .join();
                    return completed("\"s3cret\"");
                })
                .listener(event -> {
                    throw new IllegalStateException("a broken listener");
                })
                .listener(events::add)
                .listener(event -> {
                    throw new IllegalStateException("a broken listener");
                })
                .build()) {
            codeMode.execute("return 's3cret';", CLERK);
        }
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "CallStarted", "CallEnded", "Ended");
        assertThat(events)
                .extracting(ExecutionEvent::executionId)
                .containsOnly(events.get(0).executionId());
        ExecutionRecord ended = ((ExecutionEvent.Ended) events.get(3)).execution();
        assertThat(ended.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(ended.calls())
                .extracting(call -> call.operation() + " " + call.outcome())
                .containsExactly("orders.place SUCCEEDED");
        String hash = "01a4e1c2596fd1500efaa3dc76879bdd79e10a274f6531cedfd7148c24ed1903";
        assertThat(events.get(0)).isEqualTo(new ExecutionEvent.Started(ended.id(), CLERK, hash, ended.startedAt()));
        assertThat(events.get(1))
                .isEqualTo(new ExecutionEvent.CallStarted(ended.id(), 1, "orders.place", Optional.of(Effect.WRITE)));
        assertThat(events.get(2))
                .isEqualTo(
                        new ExecutionEvent.CallEnded(ended.id(), ended.calls().get(0)));
        assertThat(ended.scriptSha256()).isEqualTo(hash);
        assertThat(events.toString()).doesNotContain("s3cret");
    }

    @Test
    void notifiesOfNoMoreCallsThanAnExecutionMayMake() {
        List<ExecutionEvent> events = new CopyOnWriteArrayList<>();
        try (CodeMode codeMode = builder(request -> {
                    for (int id = 1; id <= 20; id++) {
                        request.host()
                                .call(new HostCall(id, "orders.find", "[]"))
                                .toCompletableFuture()
                                .join();
                    }
                    return completed("1");
                })
                .limits(Limits.builder().maxHostCalls(3).build())
                .listener(events::add)
                .build()) {
            codeMode.execute("return 1;", CLERK);
        }
        assertThat(events)
                .filteredOn(ExecutionEvent.CallEnded.class::isInstance)
                .hasSize(3);
    }

    @Test
    void notifiesOfScriptsThatDoNotRun() {
        List<ExecutionEvent> events = new ArrayList<>();
        try (CodeMode codeMode = builder(request -> completed("1"))
                .limits(Limits.builder().maxSourceBytes(4).build())
                .listener(events::add)
                .build()) {
            codeMode.execute("return 1;", CLERK);
        }
        assertThat(events).extracting(event -> event.getClass().getSimpleName()).containsExactly("Started", "Ended");
        assertThat(((ExecutionEvent.Ended) events.get(1)).execution().status()).isEqualTo(ExecutionStatus.STOPPED);
    }
}
