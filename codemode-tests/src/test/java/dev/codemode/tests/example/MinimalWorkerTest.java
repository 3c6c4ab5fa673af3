package dev.codemode.tests.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class MinimalWorkerTest {
    private static final Limits LIMITS =
            Limits.builder().maxRunTime(Duration.ofSeconds(2)).build();

    @Test
    void runsScriptsAndSurvivesThem() throws InterruptedException {
        try (Sandbox sandbox = MinimalWorker.sandbox()) {
            assertThat(sandbox.execute(request("return [await books.count({ genre: 'TRAVEL' }), 1];")))
                    .isEqualTo(new Execution.Completed("[42,1]", ConsoleOutput.empty()));
            assertThat(sandbox.execute(request("Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);")))
                    .isEqualTo(new Execution.Stopped(LimitKind.RUN_TIME, null, ConsoleOutput.empty()));
            assertThat(sandbox.execute(request("return 1;")))
                    .isEqualTo(new Execution.Completed("1", ConsoleOutput.empty()));
        }
    }

    private static SandboxRequest request(String body) {
        return new SandboxRequest(
                new Script(body, List.of("books.count"), LIMITS, Instant.EPOCH, 0),
                call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("42")),
                "bookshop");
    }
}
