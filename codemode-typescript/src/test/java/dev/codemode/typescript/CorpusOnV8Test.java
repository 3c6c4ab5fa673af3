package dev.codemode.typescript;

import dev.codemode.typescript.internal.check.Kinds;
import org.junit.jupiter.api.Test;

/** A checker on V8 finds what one on GraalJS finds, word for word. */
@RunsDeno
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
                .deno(BriefWorkers.deno())
                .workers(options -> options.jvmOptions(BriefWorkers.JVM_OPTIONS))
                .build();
    }
}
