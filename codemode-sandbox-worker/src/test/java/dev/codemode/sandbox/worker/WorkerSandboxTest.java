package dev.codemode.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.worker.internal.host.LyingWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class WorkerSandboxTest {
    private static final String HANGS = "does nothing";
    private static final String PID = "answers its process id";

    @Test
    void sizesThePoolByTheMemoryOfTheMachine() {
        long script = 128L << 20;
        assertThat(WorkerSandbox.Builder.affordableWorkers(0, script)).isEqualTo(4);
        assertThat(WorkerSandbox.Builder.affordableWorkers(1L << 30, script)).isEqualTo(4);
        assertThat(WorkerSandbox.Builder.affordableWorkers(8L << 30, script)).isEqualTo(16);
        assertThat(WorkerSandbox.Builder.affordableWorkers(8L << 30, 3 * script))
                .isEqualTo(8);
        assertThat(WorkerSandbox.Builder.affordableWorkers(256L << 30, script)).isEqualTo(64);
    }

    @Test
    void keepsAWorkerForATrustDomain() throws InterruptedException {
        try (WorkerSandbox sandbox = builder().build()) {
            long first = pid(sandbox, "one");
            assertThat(pid(sandbox, "one")).isEqualTo(first);
        }
    }

    @Test
    void sharesNoWorkerBetweenTrustDomains() throws InterruptedException {
        try (WorkerSandbox sandbox = builder().maxWorkers(2).build()) {
            List<Long> pids = new ArrayList<>();
            for (String domain : List.of("one", "two", "three", "four", "one")) {
                pids.add(pid(sandbox, domain));
            }
            assertThat(pids).doesNotHaveDuplicates();
        }
    }

    @Test
    void buildsAnEngineWithPublishedFaultsOnlyBehindACommandPrefixOrForTrustedScripts() throws InterruptedException {
        JavaProgram plain = LyingWorker.program();
        JavaProgram faulty = plain.toBuilder().knownFaults("It leaks.").build();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(WorkerSandbox.builder(faulty)::build)
                .withMessage("It leaks. Use GraalSandbox, start the workers in a sandbox of the operating system with"
                        + " commandPrefix(...), or say with unsafeKnownFaults() that every script is trusted.");
        try (WorkerSandbox confined = WorkerSandbox.builder(faulty)
                        .commandPrefix(List.of("env"))
                        .build();
                WorkerSandbox trusting =
                        WorkerSandbox.builder(faulty).unsafeKnownFaults().build()) {
            assertThat(pid(confined, "one")).isPositive();
            assertThat(pid(trusting, "one")).isPositive();
        }
    }

    @Test
    void replacesAWorkerAfterItsLastExecution() throws InterruptedException {
        try (WorkerSandbox sandbox = builder().maxExecutionsPerWorker(2).build()) {
            long first = pid(sandbox, "one");
            assertThat(pid(sandbox, "one")).isEqualTo(first);
            assertThat(pid(sandbox, "one")).isNotEqualTo(first);
            assertDead(first);
        }
    }

    @Test
    void startsASeparateWorkerForAnotherLimitOfMemory() throws InterruptedException {
        try (WorkerSandbox sandbox = builder().build()) {
            long first = pid(sandbox, "one");
            Limits more = Limits.builder().maxMemoryBytes(200L << 20).build();
            assertThat(pid(sandbox.execute(request(PID, "one", more)))).isNotEqualTo(first);
        }
    }

    @Test
    void releasesAWorkerThatIsIdleForLong() throws InterruptedException {
        try (WorkerSandbox sandbox =
                builder().maxIdleTime(Duration.ofMillis(20)).spareWorkers(0).build()) {
            assertDead(pid(sandbox, "one"));
        }
    }

    @Test
    void isBusyWhenNoWorkerIsFreeInTime() throws InterruptedException {
        try (WorkerSandbox sandbox =
                builder().maxWorkers(1).maxQueueTime(Duration.ofSeconds(2)).build()) {
            Running running = new Running(sandbox, HANGS);
            assertThat(sandbox.execute(request(PID, "one", Limits.defaults())))
                    .isEqualTo(unavailable(Execution.Unavailable.Reason.BUSY));
            running.interrupt();
        }
    }

    @Test
    void killsTheWorkerOfAnInterruptedCaller() throws InterruptedException {
        try (WorkerSandbox sandbox = builder().maxWorkers(1).build()) {
            long pid = pid(sandbox, "one");
            Running running = new Running(sandbox, HANGS);
            running.interrupt();
            assertThat(running.outcome()).isInstanceOf(InterruptedException.class);
            assertDead(pid);
            assertThat(pid(sandbox, "one")).isNotEqualTo(pid);
        }
    }

    @Test
    void leavesNoProcessWhenItIsClosed() throws InterruptedException {
        List<Long> pids = new ArrayList<>();
        Running running;
        try (WorkerSandbox sandbox = builder().maxWorkers(3).build()) {
            pids.add(pid(sandbox, "one"));
            pids.add(pid(sandbox, "two"));
            running = new Running(sandbox, HANGS);
        }
        assertThat(running.outcome())
                .isIn(
                        unavailable(Execution.Unavailable.Reason.CRASHED),
                        unavailable(Execution.Unavailable.Reason.CLOSED));
        pids.forEach(WorkerSandboxTest::assertDead);
    }

    @Test
    void refusesScriptsWhenItIsClosed() throws InterruptedException {
        WorkerSandbox sandbox = builder().build();
        sandbox.close();
        sandbox.close();
        assertThat(sandbox.execute(request(PID, "one", Limits.defaults())))
                .isEqualTo(unavailable(Execution.Unavailable.Reason.CLOSED));
    }

    @Test
    void answersAtOnceThatWorkersCannotStart() throws InterruptedException {
        try (WorkerSandbox sandbox =
                WorkerSandbox.builder(LyingWorker.program("-Ddies=true")).build()) {
            assertThat(sandbox.execute(request(PID, "one", Limits.defaults())))
                    .isEqualTo(unavailable(Execution.Unavailable.Reason.NOT_STARTED));
        }
    }

    @Test
    void leavesNoProcessBehindAHostThatIsKilled() throws IOException, InterruptedException {
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Host.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8))) {
            long worker = Long.parseLong(String.valueOf(out.readLine()));
            assertThat(ProcessHandle.of(worker)).isPresent();
            host.destroyForcibly().waitFor();
            assertDead(worker);
        }
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> builder().maxWorkers(0))
                .withMessage("maxWorkers must be above zero, but was 0.");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> builder().spareWorkers(-1))
                .withMessage("spareWorkers must not be negative, but was -1.");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> builder().maxQueueTime(Duration.ZERO))
                .withMessage("maxQueueTime must be above zero, but was PT0S.");
    }

    private static WorkerSandbox.Builder builder() {
        return WorkerSandbox.builder(LyingWorker.program());
    }

    private static Execution unavailable(Execution.Unavailable.Reason reason) {
        return new Execution.Unavailable(reason, ConsoleOutput.empty());
    }

    private static long pid(WorkerSandbox sandbox, String domain) throws InterruptedException {
        return pid(sandbox.execute(request(PID, domain, Limits.defaults())));
    }

    private static long pid(Execution execution) {
        return Long.parseLong(String.valueOf(((Execution.Completed) execution).resultJson()));
    }

    private static void assertDead(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static SandboxRequest request(String body, String domain, Limits limits) {
        return new SandboxRequest(
                new Script(body, List.of("books.find"), limits, Instant.EPOCH, 0),
                call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("1")),
                domain);
    }

    /** An execution on a thread of its own, which has started its script. */
    private static final class Running {
        private final AtomicReference<Object> outcome = new AtomicReference<>();
        private final CountDownLatch started = new CountDownLatch(1);
        private final Thread thread;

        Running(WorkerSandbox sandbox, String body) throws InterruptedException {
            SandboxRequest request = new SandboxRequest(
                    new Script("calls, and " + body, List.of("books.find"), Limits.defaults(), Instant.EPOCH, 0),
                    call -> {
                        started.countDown();
                        return new CompletableFuture<>();
                    },
                    "one");
            thread = new Thread(() -> {
                try {
                    outcome.set(sandbox.execute(request));
                } catch (InterruptedException e) {
                    outcome.set(e);
                }
            });
            thread.start();
            started.await();
        }

        void interrupt() {
            thread.interrupt();
        }

        Object outcome() throws InterruptedException {
            thread.join();
            return outcome.get();
        }
    }

    /** A process that holds a sandbox, prints the process id of a worker, and waits. */
    static final class Host {
        private Host() {}

        public static void main(String[] arguments) throws InterruptedException {
            WorkerSandbox sandbox = builder().build();
            System.out.println(pid(sandbox, "one"));
            new CountDownLatch(1).await();
        }
    }
}
