package dev.codemode.sandbox.graal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.testkit.Golden;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class GlobalsTest {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden");

    @Test
    void providesTheseGlobalsAndNoOthers() throws InterruptedException {
        GOLDEN.verify("globals.txt", lines("Object.getOwnPropertyNames(globalThis)"));
    }

    @Test
    void providesNoGlobalsByOtherKeys() throws InterruptedException {
        assertThat(run("return Reflect.ownKeys(globalThis).filter((key) => typeof key === 'symbol').map(String);"))
                .isIn("[]", "[\"Symbol(Symbol.toStringTag)\"]");
    }

    private static String lines(String names) throws InterruptedException {
        return run("return " + names + ".sort().join(' ') + ' ';")
                .replace("\"", "")
                .replace(' ', '\n');
    }

    private static String run(String body) throws InterruptedException {
        try (Sandbox sandbox = GraalSandbox.unsafeInProcess()) {
            Execution execution = sandbox.execute(new SandboxRequest(
                    new Script(body, List.of("books.find"), Limits.defaults(), Instant.EPOCH, 0),
                    call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("null")),
                    "bookshop"));
            return ((Execution.Completed) execution).resultJson();
        }
    }
}
