package dev.codemode.typescript;

import org.junit.jupiter.api.AfterAll;

/** The same texts, parsed and checked on V8. */
@RunsDeno
final class HostileScriptsOnV8Test extends HostileScriptsTest {
    private final TypeScriptScripts onV8 =
            TypeScriptScripts.builder().deno(BriefWorkers.deno()).build();

    @Override
    TypeScriptScripts scripts() {
        return onV8;
    }

    @AfterAll
    void stop() {
        onV8.close();
    }
}
