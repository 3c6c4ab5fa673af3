package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Execution.Unavailable.Reason;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.tests.ErrorGolden;
import dev.codemode.tests.ShopSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model reads when its script did not come to its own end, and what had been changed by then. */
final class UnfinishedTextsTest {
    private static final ConsoleOutput CONSOLE =
            new ConsoleOutput(List.of(new ConsoleOutput.Line(ConsoleOutput.Level.LOG, "placed o1")), 0);

    private static ExecuteAnswer answer(ScriptedSandbox.Script afterAWrite) {
        try (CodeMode codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(ScriptedSandbox.answering(request -> {
                    ScriptedSandbox.Calls.of(request).call("orders.place", "[{\"id\":\"o1\"}]");
                    return afterAWrite.run(request);
                }))
                .build()) {
            return codeMode.execute("await orders.place({ id: 'o1' });\nwhile (true) all.push(1);", Caller.anonymous());
        }
    }

    @Test
    void saysThatAScriptWasCancelled() {
        ExecuteAnswer answer = answer(request -> {
            throw new InterruptedException();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer.status()).isEqualTo(ExecutionStatus.CANCELLED);
        ErrorGolden.verify("cancelled", answer.text());
    }

    @Test
    void saysThatAScriptUsedTooMuchMemory() {
        ExecuteAnswer answer =
                answer(request -> new Execution.Stopped(LimitKind.MEMORY, new SourcePosition(2, 14), CONSOLE));
        assertThat(answer.status()).isEqualTo(ExecutionStatus.STOPPED);
        ErrorGolden.verify("too-much-memory", answer.text());
    }

    @Test
    void saysThatTheSandboxWasLost() {
        ExecuteAnswer answer = answer(request -> new Execution.Unavailable(Reason.CRASHED, CONSOLE));
        assertThat(answer.status()).isEqualTo(ExecutionStatus.CRASHED);
        ErrorGolden.verify("lost-sandbox", answer.text());
    }

    @Test
    void saysThatEverySandboxIsBusy() {
        try (CodeMode codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(ScriptedSandbox.answering(
                        request -> new Execution.Unavailable(Reason.BUSY, ConsoleOutput.empty())))
                .build()) {
            ExecuteAnswer answer = codeMode.execute("return 1;", Caller.anonymous());
            assertThat(answer.status()).isEqualTo(ExecutionStatus.BUSY);
            ErrorGolden.verify("busy-sandboxes", answer.text());
        }
    }
}
