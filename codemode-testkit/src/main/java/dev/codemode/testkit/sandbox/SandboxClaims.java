package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.ScriptFailure;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The way the parts of {@link SandboxContract} run scripts, against the operations of a bookshop. */
abstract class SandboxClaims {
    static final List<String> OPERATIONS = List.of("books.find", "books.order", "books.stock.count", "customers.get");
    static final Instant STARTED_AT = Instant.parse("2026-03-04T05:06:07.089Z");

    private final SandboxContract contract;

    SandboxClaims(SandboxContract contract) {
        this.contract = contract;
    }

    /** Returns the sandbox that the tests share. */
    Sandbox sandbox() {
        return contract.shared();
    }

    final boolean supports(SandboxContract.Feature feature) {
        return contract.supports(feature);
    }

    final void require(SandboxContract.Feature feature) {
        Assumptions.assumeTrue(supports(feature), "The sandbox does not support " + feature + ".");
    }

    static SandboxRequest request(String body, Limits limits, HostBridge host) {
        return new SandboxRequest(new Script(body, OPERATIONS, limits, STARTED_AT, 42), host, "bookshop");
    }

    /** Answers each call with {@code null}. */
    static HostBridge silent() {
        return call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("null"));
    }

    final Execution run(String body) {
        return run(request(body, Limits.defaults(), silent()));
    }

    final Execution run(String body, HostBridge host) {
        return run(request(body, Limits.defaults(), host));
    }

    final Execution run(String body, Limits limits) {
        return run(request(body, limits, silent()));
    }

    final Execution run(SandboxRequest request) {
        try {
            return sandbox().execute(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The execution was interrupted.", e);
        }
    }

    final @Nullable String result(String body) {
        return result(run(body));
    }

    final @Nullable String result(String body, HostBridge host) {
        return result(run(body, host));
    }

    static @Nullable String result(Execution execution) {
        if (execution instanceof Execution.Completed completed) {
            return completed.resultJson();
        }
        throw new AssertionError("The script should have returned, but ended as " + execution);
    }

    final ScriptFailure failure(String body) {
        return failure(run(body));
    }

    static ScriptFailure failure(Execution execution) {
        if (execution instanceof Execution.Failed failed) {
            return failed.failure();
        }
        throw new AssertionError("The script should have failed, but ended as " + execution);
    }

    static LimitKind limit(Execution execution) {
        if (execution instanceof Execution.Stopped stopped) {
            return stopped.limit();
        }
        throw new AssertionError("A limit should have stopped the script, but it ended as " + execution);
    }

    final void assertResult(String body, String json) {
        assertThat(result(body)).isEqualTo(json);
    }
}
