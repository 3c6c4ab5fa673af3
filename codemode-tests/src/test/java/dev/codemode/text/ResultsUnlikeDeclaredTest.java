package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that returns something else than its document says is not blamed on the script. */
final class ResultsUnlikeDeclaredTest {
    private static final OperationName EXPORT = OperationName.of("zones", "export");

    /** Declares a text and returns an object. */
    private static final class ZoneSource implements ServiceSource {
        @Override
        public SourceSnapshot load() {
            Operation export = Operation.builder(EXPORT, Effect.READ)
                    .output(Schema.string())
                    .build();
            Service service = Service.of("zones", Docs.none(), List.of(export), List.of());
            return new SourceSnapshot(
                    List.of(service), Map.of(EXPORT, call -> Map.of("zone", "example.org.")), List.of());
        }

        @Override
        public void onChange(Runnable listener) {}

        @Override
        public void close() {}
    }

    private static String answer(String script) {
        try (CodeMode codeMode = CodeMode.builder()
                .source(new ZoneSource())
                .sandbox(GraalSandbox.unsafeInProcess())
                .build()) {
            return codeMode.execute(script, Caller.anonymous()).text();
        }
    }

    @Test
    void saysWhatCameBackWhereAMemberIsMissing() {
        assertThat(answer("const zone = await zones.export();\nreturn zone.split('x');"))
                .isEqualTo("""
                        TypeError: zone.split is not a function
                        At line 2, column 13:
                          return zone.split('x');
                                      ^
                        Returned by zones.export: an object with zone, although string is declared.
                        Nothing was changed.""");
    }

    @Test
    void saysWhatCameBackWhereItIsReadAsJson() {
        assertThat(answer("return JSON.parse(await zones.export());"))
                .endsWith("Returned by zones.export: an object with zone, although string is declared.\n"
                        + "Nothing was changed.");
    }

    @Test
    void saysWhatCameBackWhereTheScriptThrows() {
        assertThat(answer("if (typeof await zones.export() !== 'string') throw new Error('no text');"))
                .endsWith("Returned by zones.export: an object with zone, although string is declared.\n"
                        + "Nothing was changed.");
    }
}
