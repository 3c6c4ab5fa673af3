package dev.codemode.sandbox.deno;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Runs scripts in one sandbox for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DenoTest {
    private Sandbox sandbox;

    @BeforeAll
    void start() {
        sandbox = DenoSandbox.builder(Deno.executable()).build();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    Execution run(String body) throws InterruptedException {
        return run(body, Limits.defaults());
    }

    Execution run(String body, Limits limits) throws InterruptedException {
        return sandbox.execute(new SandboxRequest(
                new Script(body, List.of("books.find", "books.fail"), limits, Instant.EPOCH, 0),
                call -> CompletableFuture.completedFuture(
                        call.operation().equals("books.find")
                                ? new HostReply.Fulfilled("{\"title\": \"a\"}")
                                : new HostReply.Rejected("failed", call.operation(), "It failed.", false)),
                "bookshop"));
    }

    String result(String body) throws InterruptedException {
        return Objects.requireNonNull(((Execution.Completed) run(body)).resultJson());
    }
}
