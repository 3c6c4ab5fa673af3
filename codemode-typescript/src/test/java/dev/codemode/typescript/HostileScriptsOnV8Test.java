package dev.codemode.typescript;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same texts, parsed and checked on V8. */
@EnabledIfEnvironmentVariable(
        named = "CODEMODE_DENO",
        matches = ".+",
        disabledReason = "CODEMODE_DENO names no executable of Deno; npm pack @deno/linux-x64-glibc has one")
final class HostileScriptsOnV8Test extends HostileScriptsTest {
    private final TypeScriptScripts onV8 = TypeScriptScripts.builder()
            .deno(Path.of(System.getenv("CODEMODE_DENO")))
            .build();

    @Override
    TypeScriptScripts scripts() {
        return onV8;
    }

    @AfterAll
    void stop() {
        onV8.close();
    }
}
