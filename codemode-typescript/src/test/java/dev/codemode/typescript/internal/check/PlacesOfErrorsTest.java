package dev.codemode.typescript.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.typescript.BriefWorkers;
import dev.codemode.typescript.SampledSource;
import dev.codemode.typescript.TypeScriptScripts;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In every shape of a script, an error is said to be where the model wrote {@code ⟦}, which is taken out first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlacesOfErrorsTest {
    private CodeMode codeMode;

    @BeforeAll
    void start() throws InterruptedException {
        TypeScriptScripts scripts = BriefWorkers.scripts();
        codeMode = CodeMode.builder()
                .source(new SampledSource(Kinds.source()))
                .sandbox(GraalSandbox.unsafeInProcess())
                .scripts(scripts)
                .build();
        assertThat(scripts.awaitChecked(Duration.ofMinutes(2))).isTrue();
    }

    @AfterAll
    void stop() {
        codeMode.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // When it runs.
                "⟦null.x",
                "const a: number = 1;\n  ⟦null.x;\nreturn a",
                "const a: number = 1; a;\n  [⟦null.x, a]",
                "async () => {\n  return ⟦null.x;\n}",
                "async ({ kinds }: { kinds: any }): Promise<number> => ⟦null.x",
                "export default async function main() {\n    ⟦null.x\n}",
                "export default ⟦null.x",
                "Here it is:\n\n```ts\nconst a: number = 1;\n⟦null.x\n```\nThat is all.",
                "enum Size { S, L }\n  const a = ⟦null.x + Size.L;",
                "  enum Size { S, L }\nasync () => 1;\n  const a = [1].map((n) => {\n    return ⟦null.x + n;\n  });",
                "async () => {\n  enum Size { S, L }\n  return Size.S + ⟦null.x;\n}",
                "namespace N { export const one = 1; }\nconst a = N.one;\n  ⟦null.x",
                "class A { constructor(private b: number) {} }\nconst a = new A(1);\n  ⟦null.x",
                "const a = 1;\r\n  ⟦null.x\r\n",
                "import type { A } from './a';\nfunction f(): number {\n  return ⟦null.x;\n}",
                // When it is checked.
                "const a = 1; a;\n  await ⟦kinds.nope({})",
                "async ({ kinds }) => {\n  return await ⟦kinds.nope({});\n}",
                "async () => await ⟦kinds.nope({})",
                "Here:\n```\nconst text: string = 'ä𝒳'; return [text, ⟦nope];\n```",
                "enum Size { S }\nreturn ⟦nope + Size.S",
                // When it is parsed.
                "const a: number = 1;\n  const b = ⟦;\n",
                "const text = 'ä𝒳€'; const b = ⟦;",
                "Here:\n```ts\nlet a = 1;\n  a = (1 ⟦2);\n```\n"
            })
    void saysWhere(String marked) {
        int at = marked.indexOf('⟦');
        String before = marked.substring(0, at);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - before.lastIndexOf('\n');
        ExecuteAnswer answer = codeMode.execute(marked.replace("⟦", ""), Caller.anonymous());
        assertThat(answer.failed()).isTrue();
        assertThat(answer.text())
                .containsPattern(
                        "At line " + line + ", column (" + column + "|" + (column + 4) + "|" + (column + 5) + "):");
    }
}
