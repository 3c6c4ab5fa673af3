package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.SandboxRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that exceeds a limit is stopped, and cannot prevent it. */
abstract class LimitClaims extends SandboxClaims {
    private static final Limits SHORT =
            Limits.builder().maxRunTime(Duration.ofMillis(300)).build();

    LimitClaims(SandboxContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (;;) { try { for (;;) {} } catch { } finally { continue; } }",
                "(async () => { while (true) await 0; })(); await new Promise(() => {});",
                "await new Promise((done) => setTimeout(done, 60000));",
                "[3, 2, 1].sort(() => { while (true) {} });",
                "await books.find(); for (;;) {}"
            })
    void stopsWhatRunsTooLong(String body) {
        assertThat(limit(run(body, SHORT))).isEqualTo(LimitKind.RUN_TIME);
    }

    @Test
    void stopsWaitingForAnOperation() {
        HostBridge host = call -> new CompletableFuture<>();
        assertThat(limit(run(request("await books.find();", SHORT, host)))).isEqualTo(LimitKind.RUN_TIME);
    }

    @Test
    void doesNotCountTheTimeInWhichItsClockStandsStill() {
        RunClock clock = RunClock.start(SHORT.maxRunTime());
        HostBridge host = call -> {
            RunClock.Pause pause = clock.pause();
            return CompletableFuture.supplyAsync(
                    () -> {
                        pause.close();
                        return new HostReply.Fulfilled("null");
                    },
                    CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS));
        };
        SandboxRequest request = request("await books.find(); return 'on';", SHORT, host);
        assertThat(result(run(new SandboxRequest(request.script(), host, request.trustDomain(), clock))))
                .isEqualTo("\"on\"");
    }

    @Test
    void stopsAfterAPauseWhatRunsTooLong() {
        RunClock clock = RunClock.start(SHORT.maxRunTime());
        HostBridge host = call -> {
            clock.pause().close();
            return CompletableFuture.completedFuture(new HostReply.Fulfilled("null"));
        };
        SandboxRequest request = request("await books.find(); while (true) {}", SHORT, host);
        assertThat(limit(run(new SandboxRequest(request.script(), host, request.trustDomain(), clock))))
                .isEqualTo(LimitKind.RUN_TIME);
    }

    @Test
    void refusesATimerWhenTooManyAreWaiting() {
        assertResult(
                "let n = 0; const ids = []; const start = () => { ids.push(setTimeout(() => {}, 60000)); n++; };"
                        + " const fill = () => { try { for (;;) start(); } catch (e) { return [n, e.name, e.message]; } };"
                        + " const full = fill(); clearTimeout(ids[0]); start(); return [full, n];",
                "[[10000,\"RangeError\",\"setTimeout: 10000 timers are already waiting, which is the limit\"],10001]");
    }

    @Test
    void keepsTheConsoleOfAStoppedScript() {
        assertThat(run("console.log('before'); while (true) {}", SHORT)
                        .console()
                        .lines())
                .extracting("text")
                .containsExactly("before");
    }

    @Test
    void stopsWhatComputesTooLong() {
        require(SandboxContract.Feature.CPU_LIMIT);
        Limits limits = Limits.builder().maxCpuTime(Duration.ofMillis(200)).build();
        assertThat(limit(run("while (true) {}", limits))).isEqualTo(LimitKind.CPU_TIME);
    }

    @Test
    void stopsWhatHoldsTooMuch() {
        require(SandboxContract.Feature.MEMORY_LIMIT);
        Limits limits = Limits.builder().maxMemoryBytes(64 << 20).build();
        String body = "const held = []; for (;;) { try { held.push(new Array(1e6).fill(held.length)); } catch {} }";
        assertThat(limit(run(body, limits))).isEqualTo(LimitKind.MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function down() { return down() + 1; } down();",
                "function down() { try { return down() + 1; } catch (e) { return down(); } } down();"
            })
    void endsARecursionWithoutEnd(String body) {
        Execution execution =
                run(body, Limits.builder().maxRunTime(Duration.ofSeconds(5)).build());
        boolean rangeError = execution instanceof Execution.Failed failed
                && failed.failure().name().equals("RangeError");
        assertThat(rangeError || execution instanceof Execution.Stopped)
                .as(execution.toString())
                .isTrue();
    }

    @Test
    void stopsAtTheLimitOfHostCalls() {
        AtomicInteger calls = new AtomicInteger();
        HostBridge host = call -> {
            calls.incrementAndGet();
            return CompletableFuture.completedFuture(new HostReply.Fulfilled("null"));
        };
        Limits limits = Limits.builder().maxHostCalls(5).build();
        String body = "for (;;) { try { await books.find(); } catch {} }";
        assertThat(limit(run(request(body, limits, host)))).isEqualTo(LimitKind.HOST_CALLS);
        assertThat(calls).hasValue(5);
    }

    @Test
    void allowsAsManyHostCallsAsTheLimitSays() {
        Limits limits = Limits.builder().maxHostCalls(5).build();
        assertThat(result(run("for (let i = 0; i < 5; i++) await books.find(); return 'ok';", limits)))
                .isEqualTo("\"ok\"");
    }

    @Test
    void refusesALongScriptBeforeItRuns() {
        Limits limits = Limits.builder().maxSourceBytes(20).build();
        assertThat(limit(run("return 'ééééééé';", limits))).isEqualTo(LimitKind.SOURCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 'x'.repeat(200);",
                "return 'é'.repeat(60);",
                "return Array.from({ length: 60 }, () => 1);",
                "let a = [1]; for (let i = 0; i < 60; i++) a = [a, a]; return a;",
                "return new Array(2 ** 32 - 1);",
                "return new Set(['x'.repeat(200)]);"
            })
    void stopsAResultThatIsTooLarge(String body) {
        Limits limits = Limits.builder().maxResultBytes(100).build();
        assertThat(limit(run(body, limits))).isEqualTo(LimitKind.RESULT);
    }

    @Test
    void allowsAResultAsLargeAsTheLimitSays() {
        Limits limits = Limits.builder().maxResultBytes(100).build();
        assertThat(result(run("return 'x'.repeat(98);", limits))).isEqualTo('"' + "x".repeat(98) + '"');
    }

    @Test
    void runsTheNextScriptAfterALimit() {
        run("while (true) {}", SHORT);
        assertResult("return 'on';", "\"on\"");
    }
}
