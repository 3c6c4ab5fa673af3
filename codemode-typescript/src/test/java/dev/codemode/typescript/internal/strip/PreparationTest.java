package dev.codemode.typescript.internal.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts become, by the preparation alone. */
final class PreparationTest {
    private final Swc swc = new BytecodeSwc();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 1                                          | return (1 + 1)
            const a = 1; a;                                | const a = 1; return (a);
            const a = 1                                    | const a = 1;return a;
            return 5                                       | return 5
            async () => 1                                  | return (async () => 1)({shop})
            async function main() { return 1 }             | return (async function main() { return 1 })({shop})
            { a: 1, b: 2 }                                 | return ({ a: 1, b: 2 })
            export default 5                               | let result_;result_=       5;return result_;
            function f() { return 1 }; f()                 | function f() { return 1 }; return (f())
            const f = (x: number): number => x; f(1)       | const f = (x        )         => x; return (f(1))
            const { a, b: c } = await shop.get()           | const { a, b: c } = await shop.get();return { a, c };
            """)
    void findsTheResult(String script, String body) throws Swc.SwcFailedException {
        Preparation.Outcome outcome = new Preparation(swc, script, List.of("shop")).prepare();
        assertThat(outcome).isInstanceOf(Preparation.Outcome.Body.class);
        assertThat(((Preparation.Outcome.Body) outcome).body().replace("\n", ";"))
                .isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            const a: = 1                  | 1 | 10
            import fs from "fs"; 1        | 1 | 1
            """)
    void refusesAtThePlace(String script, int line, int column) throws Swc.SwcFailedException {
        Preparation.Outcome outcome = new Preparation(swc, script, List.of("shop")).prepare();
        assertThat(outcome).isInstanceOf(Preparation.Outcome.Refused.class);
        assertThat(((Preparation.Outcome.Refused) outcome).position()).isEqualTo(new SourcePosition(line, column));
    }
}
