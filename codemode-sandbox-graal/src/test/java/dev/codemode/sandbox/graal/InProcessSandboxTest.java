package dev.codemode.sandbox.graal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.SourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class InProcessSandboxTest {
    private static final Limits SHORT =
            Limits.builder().maxRunTime(Duration.ofMillis(300)).build();

    @Test
    void saysInTheLogWhatItIsFor() {
        List<String> said = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(entry.getLevel() + ": " + entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(InProcessSandbox.class.getName());
        log.addHandler(handler);
        try (Sandbox sandbox = GraalSandbox.unsafeInProcess()) {
            assertThat(said)
                    .containsExactly(
                            "WARNING: Scripts run inside this process: for trusted code, not a boundary against"
                                    + " hostile code.");
            assertThat(sandbox).isInstanceOf(InProcessSandbox.class);
        } finally {
            log.removeHandler(handler);
        }
    }

    @Test
    void answersInTimeAlthoughTheScriptCannotBeStopped() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (Sandbox sandbox = new InProcessSandbox(1)) {
            assertThat(sandbox.execute(stuck(release)))
                    .isEqualTo(new Execution.Stopped(LimitKind.RUN_TIME, null, ConsoleOutput.empty()));
        } finally {
            release.countDown();
        }
    }

    @Test
    void isBusyWhileTooManyScriptsCannotBeStopped() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Execution busy = new Execution.Unavailable(Execution.Unavailable.Reason.BUSY, ConsoleOutput.empty());
        try (Sandbox sandbox = new InProcessSandbox(1)) {
            sandbox.execute(stuck(release));
            assertThat(sandbox.execute(request("return 1;", Limits.defaults()))).isEqualTo(busy);
            release.countDown();
            Execution next = busy;
            while (next.equals(busy)) {
                next = sandbox.execute(request("return 1;", Limits.defaults()));
            }
            assertThat(next).isEqualTo(new Execution.Completed("1", ConsoleOutput.empty()));
        }
    }

    /** Never lets go of the script's thread, like a built-in that does not look for a cancellation. */
    private static SandboxRequest stuck(CountDownLatch release) {
        HostBridge host = call -> {
            boolean released = false;
            while (!released) {
                try {
                    release.await();
                    released = true;
                } catch (InterruptedException e) {
                    assertThat(release.getCount()).isEqualTo(1);
                }
            }
            return new CompletableFuture<>();
        };
        return new SandboxRequest(
                new Script("await books.find();", List.of("books.find"), SHORT, Instant.EPOCH, 0), host, "bookshop");
    }

    @Test
    void saysWhereAStoppedScriptWasOrNothing() throws InterruptedException {
        try (Sandbox sandbox = GraalSandbox.unsafeInProcess()) {
            String body = "function count() {\n  while (true) {}\n}\ncount();";
            assertThat(sandbox.execute(request(body, SHORT)))
                    .isIn(stoppedAt(new SourcePosition(2, 3)), stoppedAt(new SourcePosition(4, 1)), stoppedAt(null));
        }
    }

    private static Execution stoppedAt(SourcePosition position) {
        return new Execution.Stopped(LimitKind.RUN_TIME, position, ConsoleOutput.empty());
    }

    @Test
    void keepsAnEngineForEachTrustDomain() throws InterruptedException {
        try (Sandbox sandbox = GraalSandbox.unsafeInProcess()) {
            for (int i = 0; i < 40; i++) {
                assertThat(sandbox.execute(request("return " + i + ";", Limits.defaults(), "domain " + i % 20)))
                        .isEqualTo(new Execution.Completed(Integer.toString(i), ConsoleOutput.empty()));
            }
        }
    }

    @Test
    void shortensWhatTheEngineSaysOfAGlobal() throws InterruptedException {
        try (Sandbox sandbox = GraalSandbox.unsafeInProcess()) {
            Execution.Failed failed = (Execution.Failed) sandbox.execute(request("books = 1;", Limits.defaults()));
            assertThat(failed.failure().message()).isEqualTo("Cannot assign to read only property 'books'");
        }
    }

    @Test
    void namesTheCallsThatWereNotAwaited() throws InterruptedException {
        try (Sandbox sandbox = GraalSandbox.unsafeInProcess()) {
            String body = "const first = books.find(); books.find(); const [third] = [books.find()];"
                    + " await Promise.all([books.find(), first]); third.title; return 1;";
            assertThat(sandbox.execute(request(body, Limits.defaults())))
                    .isEqualTo(new Execution.Completed("1", ConsoleOutput.empty(), List.of(2, 3)));
            Execution.Failed failed = (Execution.Failed)
                    sandbox.execute(request("books.find().map((book) => book.title);", Limits.defaults()));
            assertThat(failed.callsNotAwaited()).containsExactly(1);
        }
    }

    @Test
    void suppliesElevenThousandOperations() throws InterruptedException {
        List<String> operations = IntStream.range(0, 11_000)
                .mapToObj(i -> "service" + i % 10 + ".group" + i % 7 + ".operation" + i)
                .toList();
        SandboxRequest request = new SandboxRequest(
                new Script(
                        "return [Object.keys(service3).length, Object.keys(service3.group3).length,"
                                + " await service3.group3.operation3({ a: 1 })];",
                        operations,
                        Limits.defaults(),
                        Instant.EPOCH,
                        0),
                call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("\"" + call.operation() + "\"")),
                "bookshop");
        try (Sandbox sandbox = GraalSandbox.unsafeInProcess()) {
            assertThat(sandbox.execute(request))
                    .isEqualTo(
                            new Execution.Completed("[7,158,\"service3.group3.operation3\"]", ConsoleOutput.empty()));
        }
    }

    private static SandboxRequest request(String body, Limits limits) {
        return request(body, limits, "bookshop");
    }

    private static SandboxRequest request(String body, Limits limits, String trustDomain) {
        return new SandboxRequest(
                new Script(body, List.of("books.find"), limits, Instant.EPOCH, 0),
                call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("null")),
                trustDomain);
    }
}
