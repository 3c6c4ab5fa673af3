package dev.codemode.typescript;

import dev.codemode.typescript.internal.check.Kinds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A checker on V8 finds what one on GraalJS finds, word for word. */
@EnabledIfEnvironmentVariable(
        named = "CODEMODE_DENO",
        matches = ".+",
        disabledReason = "CODEMODE_DENO names no executable of Deno; npm pack @deno/linux-x64-glibc has one")
final class CorpusOnV8Test {
    @Test
    void kinds() throws Exception {
        CorpusTest.run(scripts(), "kinds", Kinds.document());
    }

    @Test
    void github() throws Exception {
        CorpusTest.run(scripts(), "github", CorpusTest.gitHubsDocument());
    }

    private static TypeScriptScripts scripts() {
        return TypeScriptScripts.builder()
                .deno(Path.of(System.getenv("CODEMODE_DENO")))
                .workers(options -> options.jvmOptions(BriefWorkers.JVM_OPTIONS))
                .build();
    }
}
