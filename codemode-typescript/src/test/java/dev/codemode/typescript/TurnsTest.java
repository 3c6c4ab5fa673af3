package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.RunClock;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Trust domains are prepared in turn, and by their deadline. */
@Timeout(120)
final class TurnsTest {
    private static final String SHORT = "const n: number = 1; return n;";
    private static final Catalog NOTHING = Catalog.of(List.of());

    @Test
    void oneWithManyLongScriptsKeepsNoOtherWaiting() throws Exception {
        String longScript = "let a: number = 1;\n" + "a = a + 1;\n".repeat(20_000) + "return a;";
        ExecutorService threads = Executors.newCachedThreadPool();
        try (TypeScriptScripts scripts = BriefWorkers.stripping()) {
            scripts.prepare(new ScriptRequest(SHORT, NOTHING));
            CompletionService<PreparedScript> ended = new ExecutorCompletionService<>(threads);
            List<Future<PreparedScript>> many = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                many.add(ended.submit(() -> scripts.prepare(of("many", longScript, Duration.ofMinutes(1)))));
            }
            ended.take(); // whichever of them comes first: their threads may start in any order
            PreparedScript one = scripts.prepare(of("one", SHORT, Duration.ofMinutes(1)));
            long waiting = many.stream().filter(script -> !script.isDone()).count();

            assertThat(one).isInstanceOf(PreparedScript.Ready.class);
            assertThat(waiting).isGreaterThanOrEqualTo(8);
            for (Future<PreparedScript> script : many) {
                assertThat(script.get()).isInstanceOf(PreparedScript.Ready.class);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatCannotBePreparedInTimeIsBusyAndNoSyntaxError() {
        try (TypeScriptScripts scripts = BriefWorkers.stripping()) {
            assertThat(scripts.prepare(of("one", SHORT, Duration.ZERO)))
                    .isEqualTo(new PreparedScript.Unavailable(Execution.Unavailable.Reason.BUSY));
        }
    }

    private static ScriptRequest of(String trustDomain, String script, Duration time) {
        return new ScriptRequest(script, NOTHING, trustDomain, RunClock.start(time));
    }
}
