package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.script.internal.ScriptScanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scripts go round the parser: plain JavaScript that returns its result. */
final class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 1",
                "return 1;",
                "const a = await shop.get({ id: 1 });\nreturn a;",
                "const { a, b: c } = x;\nreturn { a, c: 1 };",
                "return a ? b : c",
                "return a ? b.c : d",
                "return {\n  a: 1,\n  'b': 2,\n}",
                "if (a) { return 1; }\nreturn 2",
                "return rows\n  .map(row => row.id)\n  .join();",
                "return a != b",
                "return shop.type",
                "return !a",
                "() => 1",
                "async () => { return 1; }",
                "function f() { return 1; }",
                "(async () => 1)()",
            })
    void isCertain(String script) {
        assertThat(PlainText.isCertain(ScriptScanner.tokens(script))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "// nothing",
                "1 + 1",
                "const a = 1",
                "return 1; 2",
                "return 1\n2",
                "const a: number = 1;\nreturn a",
                "return (a: number) => a",
                "return f<number>(1)",
                "return a!.b",
                "return a as B",
                "return a satisfies B",
                "type A = 1;\nreturn 1",
                "interface A { }\nreturn 1",
                "enum A { B }\nreturn A.B",
                "import a from 'b';\nreturn a",
                "export default 1",
                "class A { }\nreturn 1",
                "@b\nreturn 1",
                "(shop) => 1",
                "shop => 1",
                "async (shop) => 1",
                "function f(a) { return a; }",
                "if (a) { return 1; }",
            })
    void isUncertain(String script) {
        assertThat(PlainText.isCertain(ScriptScanner.tokens(script))).isFalse();
    }
}
