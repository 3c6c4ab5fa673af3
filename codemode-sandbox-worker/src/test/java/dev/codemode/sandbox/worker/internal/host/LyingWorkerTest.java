package dev.codemode.sandbox.worker.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LyingWorkerTest {
    private static final Limits LIMITS = Limits.builder()
            .maxRunTime(Duration.ofMillis(500))
            .maxHostCalls(100)
            .maxResultBytes(10_000)
            .maxArgumentBytes(10_000)
            .maxConsoleBytes(10_000)
            .build();
    private static final Execution CRASHED =
            new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, ConsoleOutput.empty());

    private WorkerSandbox sandbox;

    @BeforeAll
    void start() {
        sandbox = WorkerSandbox.builder(LyingWorker.program()).maxWorkers(2).build();
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls out of order",
                "calls twice by one number",
                "calls too often",
                "calls with too much",
                "ends with a call in flight",
                "ends another run",
                "returns what is not JSON",
                "returns what is nested too deeply",
                "returns too much",
                "blames a call that was not",
                "fails at length",
                "names calls that were not",
                "is ready again",
                "answers a call itself",
                "fires a timer itself",
                "stops itself",
                "starts too many timers",
                "starts a timer for yesterday",
                "starts a timer for the next century",
                "announces a huge frame",
                "announces a negative frame",
                "sends half a frame and ends",
                "sends noise",
                "closes its pipe and stays",
                "dies"
            })
    void killsAWorkerThat(String lie) throws InterruptedException {
        long before = pid();
        assertThat(sandbox.execute(request(lie))).isEqualTo(CRASHED);
        assertDead(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sends half a frame", "reads nothing", "starts timers and reads nothing", "does nothing"})
    void killsAtTheLimitAWorkerThat(String lie) throws InterruptedException {
        long before = pid();
        assertThat(sandbox.execute(request(lie)))
                .isEqualTo(new Execution.Stopped(LimitKind.RUN_TIME, null, ConsoleOutput.empty()));
        assertDead(before);
    }

    @ParameterizedTest
    @EnumSource
    void killsAWorkerThatStopsAtALimitItself(LimitKind limit) throws InterruptedException {
        long before = pid();
        assertThat(sandbox.execute(request(LyingWorker.STOPS + limit)))
                .isEqualTo(new Execution.Stopped(limit, null, ConsoleOutput.empty()));
        assertDead(before);
    }

    /** The host's writes are stuck in a pipe that the worker holds, and not the process that the host started. */
    @Test
    void killsAWorkerThatReadsNothingBehindACommandPrefix() throws InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "There is no shell.");
        List<String> prefix = List.of("/bin/sh", "-c", "exec 3<&0; \"$0\" \"$@\" <&3 & wait");
        try (WorkerSandbox prefixed = WorkerSandbox.builder(LyingWorker.program())
                .commandPrefix(prefix)
                .build()) {
            assertThat(prefixed.execute(request("reads nothing")))
                    .isEqualTo(new Execution.Stopped(LimitKind.RUN_TIME, null, ConsoleOutput.empty()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void killsAWorkerThatStartsThreads() throws InterruptedException {
        long before = pid();
        assertThat(sandbox.execute(request("starts threads"))).isEqualTo(CRASHED);
        assertDead(before);
    }

    @Test
    void keepsTheFirstMessagesOfAWorkerThatFloodsTheConsole() throws InterruptedException {
        long before = pid();
        Execution.Stopped stopped = (Execution.Stopped) sandbox.execute(request("floods the console"));
        assertThat(stopped.limit()).isEqualTo(LimitKind.RUN_TIME);
        assertThat(stopped.console().lines()).hasSize(9);
        assertThat(stopped.console().droppedMessages()).isPositive();
        assertDead(before);
    }

    @Test
    void takesTheFirstResultOfTwo() throws InterruptedException {
        assertThat(sandbox.execute(request("ends twice")))
                .isEqualTo(new Execution.Completed("1", ConsoleOutput.empty()));
        assertThat(sandbox.execute(request("answers its environment")))
                .isIn(CRASHED, new Execution.Completed("0", ConsoleOutput.empty()));
    }

    @Test
    void writesNoReplyOfARunThatIsOver() throws InterruptedException {
        CompletableFuture<HostReply> late = new CompletableFuture<>();
        SandboxRequest abandoned = new SandboxRequest(
                new Script("fails with a call in flight", List.of(), LIMITS, Instant.EPOCH, 0),
                call -> late,
                "bookshop");
        assertThat(sandbox.execute(abandoned)).isInstanceOf(Execution.Failed.class);
        late.complete(new HostReply.Fulfilled("\"of another run\""));
        assertThat(sandbox.execute(request("is answered its own call")))
                .isEqualTo(new Execution.Completed("1", ConsoleOutput.empty()));
    }

    @Test
    void saysThatAWorkerDiedOfMemory() throws InterruptedException {
        assertThat(sandbox.execute(request("dies of memory")))
                .isEqualTo(new Execution.Stopped(LimitKind.MEMORY, null, ConsoleOutput.empty()));
    }

    private long pid() throws InterruptedException {
        Execution.Completed completed = (Execution.Completed) sandbox.execute(request("answers its process id"));
        return Long.parseLong(String.valueOf(completed.resultJson()));
    }

    private static void assertDead(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static SandboxRequest request(String lie) {
        return new SandboxRequest(
                new Script(lie, List.of("books.find"), LIMITS, Instant.EPOCH, 0), LyingWorkerTest::answer, "bookshop");
    }

    private static CompletionStage<HostReply> answer(HostCall call) {
        return call.argumentsJson().equals("[\"wait\"]")
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(new HostReply.Fulfilled("\"" + "x".repeat(100_000) + "\""));
    }
}
