package dev.codemode.typescript.internal.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.ScriptRequest;
import dev.codemode.testkit.gate.ScriptCase;
import dev.codemode.typescript.BriefWorkers;
import dev.codemode.typescript.RunsDeno;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SWC on V8 makes of a script what its bytecode makes of it, down to the positions. */
@RunsDeno
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StripOnV8Test {
    private static final List<String> TEXTS = List.of(
            "enum Size { S = 1, M }\nconst size: Size = Size.M;\nsize",
            "namespace A { export const b = 1 }\nA.b as number",
            "const a: = 1",
            "a ? b :",
            "const text: string = \"\u00e9 \ud83d\ude00 \u2028\";\ntext",
            "const x = <T,>(a: T) => a;\nx<number>(1)",
            "@decorated class A {}\n1",
            "import fs from 'fs'",
            "export default async ({ shop }: any) => shop.get()",
            "(".repeat(3_000),
            "`${`${1}`}`",
            "\\u0061",
            "}");

    private Stripper bytecode;
    private Stripper v8;

    @BeforeAll
    void start() {
        bytecode = new Stripper(null, 1, options -> options.jvmOptions(BriefWorkers.JVM_OPTIONS));
        v8 = new Stripper(BriefWorkers.deno(), 1, options -> {});
    }

    @AfterAll
    void stop() {
        bytecode.close();
        v8.close();
    }

    static Stream<String> scripts() {
        return Stream.concat(
                TEXTS.stream(),
                Stream.of("kinds", "github")
                        .flatMap(name ->
                                ScriptCase.read(Path.of("src/test/resources/corpus")
                                                .resolve(name + ".txt"))
                                        .stream()
                                        .map(ScriptCase::script)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void agrees(String script) throws InterruptedException {
        ScriptRequest request = new ScriptRequest(script, Catalog.of(List.of()));
        Stripper.Outcome one = bytecode.strip(request);
        Stripper.Outcome other = v8.strip(request);
        if (one instanceof Stripper.Outcome.Body body) {
            assertThat(other).isInstanceOf(Stripper.Outcome.Body.class);
            Stripper.Outcome.Body made = (Stripper.Outcome.Body) other;
            assertThat(made.body()).isEqualTo(body.body());
            assertThat(List.of(made.form(), made.typed())).isEqualTo(List.of(body.form(), body.typed()));
            for (int line = 1; line <= body.body().lines().count(); line++) {
                SourcePosition position = new SourcePosition(line, 3);
                assertThat(made.positions().apply(position))
                        .isEqualTo(body.positions().apply(position));
            }
        } else {
            assertThat(other).isEqualTo(one);
        }
    }
}
