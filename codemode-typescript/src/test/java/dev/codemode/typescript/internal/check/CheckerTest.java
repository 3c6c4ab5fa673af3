package dev.codemode.typescript.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.script.ScriptRequest;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.typescript.internal.strip.Preparation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of checks whose worker does not do its part. */
final class CheckerTest {
    private static final String SCRIPT = "kinds.misspelt()";
    private static final Catalog CATALOG = Catalog.of(List.of());
    private static final ScriptRequest REQUEST = new ScriptRequest(SCRIPT, CATALOG);
    private static final Set<String> WORDS = Set.of("kinds", "misspelt");
    private static final Preparation.Form FORM = Preparation.Form.STATEMENTS;
    private static final Execution FOUND = new Execution.Completed("[]", ConsoleOutput.empty());

    private final AtomicInteger failures = new AtomicInteger();
    private final ScriptedSandbox worker =
            ScriptedSandbox.answering(request -> failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                    ? new Execution.Unavailable(Execution.Unavailable.Reason.NOT_STARTED, ConsoleOutput.empty())
                    : FOUND);

    @Test
    void aWarmUpThatFailsIsTriedAgainByALaterScript() throws InterruptedException {
        failures.set(2);
        try (Checker checker = new Checker(worker, Duration.ZERO)) {
            checker.anticipate(CATALOG);
            assertThat(checker.awaitWarm(Duration.ofMillis(100))).isFalse();
            checkUntilWarm(checker);
            assertThat(failures).hasValue(0);
        }
    }

    @Test
    void isNotTriedAgainAtOnce() throws InterruptedException {
        failures.set(1);
        try (Checker checker = new Checker(worker, Duration.ofHours(1))) {
            checker.anticipate(CATALOG);
            assertThat(checker.awaitWarm(Duration.ofMillis(100))).isFalse();
            assertThat(checker.check(REQUEST, WORDS, FORM, false).certain()).isEmpty();
            assertThat(checker.awaitWarm(Duration.ofMillis(100))).isFalse();
            assertThat(worker.requests()).hasSize(1);
        }
    }

    @Test
    void aWorkerThatDiesWhileItChecksIsWarmedUpAgainAtOnce() throws InterruptedException {
        try (Checker checker = new Checker(worker, Duration.ofHours(1))) {
            checker.anticipate(CATALOG);
            assertThat(checker.awaitWarm(Duration.ofSeconds(10))).isTrue();
            failures.set(1);
            assertThat(checker.check(REQUEST, WORDS, FORM, false).certain()).isEmpty();
            assertThat(checker.awaitWarm(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void aCompilerThatFailsIsLoggedAndStopsNoScript() throws InterruptedException {
        Execution failure = new Execution.Completed("\"TypeError: host.f is not a function\"", ConsoleOutput.empty());
        ScriptedSandbox failing = ScriptedSandbox.answering(request -> failure);
        try (CheckerLog log = new CheckerLog();
                Checker checker = new Checker(failing, Duration.ZERO)) {
            checker.anticipate(CATALOG);
            assertThat(checker.awaitWarm(Duration.ofSeconds(10))).isTrue();
            assertThat(checker.check(REQUEST, WORDS, FORM, false).certain()).isEmpty();
            assertThat(log.messages())
                    .isEqualTo(List.of("A script was not checked, because the compiler failed:"
                            + " TypeError: host.f is not a function"));
        }
    }

    private static void checkUntilWarm(Checker checker) throws InterruptedException {
        boolean warm = false;
        for (int i = 0; i < 100 && !warm; i++) {
            checker.check(REQUEST, WORDS, FORM, false);
            warm = checker.awaitWarm(Duration.ofMillis(100));
        }
        assertThat(warm).isTrue();
    }
}
