package dev.codemode.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainJavaScriptTest {
    private final PlainJavaScript scripts = PlainJavaScript.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return await books.find({ limit: 5 });",
                "const all = await books.find();\nreturn all.map((book) => book.title);",
                "const f = async () => 1;\nreturn f();",
                "() => 1, 2; return 3",
                "() => books\nreturn 1",
                "function a() { return 1 }\nfunction b() { return 2 }",
                "async function main() { return 1 }\nreturn main();",
                "function* all() { return 1 }",
                "(a) + (b); return 1",
                "`${`a${{}}`}`; return `}`",
                "async\nreturn 1",
                "return (",
                "return 'unterminated",
                "return /[/]{(/.test(a) / 2",
            })
    void leavesStatementsAsTheyAre(String text) {
        assertThat(ready(text).body()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void callsAFunctionThatIsTheWholeText(String text, String body) {
        PreparedScript.Ready ready = ready(text);
        assertThat(ready.body()).isEqualTo(body);
        assertThat(ready.check()).isEqualTo(PreparedScript.Check.none());
    }

    static List<Object[]> functions() {
        return List.of(
                new Object[] {"async () => { return 1; }", "return (async () => { return 1; })();"},
                new Object[] {"() => books.find()", "return (() => books.find())();"},
                new Object[] {"async () =>\n  books\n    .find()\n", "return (async () =>\n  books\n    .find())();"},
                new Object[] {"async ({ books }) => {};", "return (async ({ books }) => {})();"},
                new Object[] {"async sdk => sdk", "return (async sdk => sdk)();"},
                new Object[] {"function () { return ')'; } // end", "return (function () { return ')'; })();"},
                new Object[] {"async function main() {}", "return (async function main() {})();"},
                new Object[] {"x => { return 1 } // ) {", "return (x => { return 1 })();"},
                new Object[] {"// first\n() => {} ;;", "return (// first\n() => {})();"},
                new Object[] {"(async () => { })", "return ((async () => { }))();"},
                new Object[] {"(async () => { })();", "return (async () => { })();"},
                new Object[] {"(function () { return /}/ })(1)", "return (function () { return /}/ })(1);"},
                new Object[] {"() => ({ a: `${1}` })", "return (() => ({ a: `${1}` }))();"},
                new Object[] {"() => a / b / c", "return (() => a / b / c)();"});
    }

    @Test
    void mapsPositionsBack() {
        PreparedScript.Ready ready = ready("() => {\n  x.y;\n}");
        assertThat(ready.original().apply(new SourcePosition(1, 9))).isEqualTo(new SourcePosition(1, 1));
        assertThat(ready.original().apply(new SourcePosition(1, 1))).isEqualTo(new SourcePosition(1, 1));
        assertThat(ready.original().apply(new SourcePosition(2, 3))).isEqualTo(new SourcePosition(2, 3));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void rejectsForeignSyntaxWithWhatToWrite(String text, String message, SourcePosition position) {
        assertThat(prepare(text)).isEqualTo(new PreparedScript.Rejected("SyntaxError", message, position));
    }

    static List<Object[]> foreign() {
        String imports = "Modules cannot be imported here: every service is already a global. Remove the import.";
        String exports = "Nothing can be exported here: remove 'export', and return the result.";
        return List.of(
                new Object[] {
                    "```js\nreturn 1;\n```",
                    "Send only the code, without the Markdown fence (```).",
                    new SourcePosition(1, 1)
                },
                new Object[] {"import fs from 'fs';\nreturn 1;", imports, new SourcePosition(1, 1)},
                new Object[] {"const a = 1;\n  import { b } from 'b'", imports, new SourcePosition(2, 3)},
                new Object[] {"import 'b'", imports, new SourcePosition(1, 1)},
                new Object[] {
                    "export default async () => 1",
                    "Write 'return' instead of 'export default'.",
                    new SourcePosition(1, 1)
                },
                new Object[] {"export const a = 1;", exports, new SourcePosition(1, 1)},
                new Object[] {"interface Book { title: string }", typeScript("interface"), new SourcePosition(1, 1)},
                new Object[] {"let a;\ntype Price<T> = T;", typeScript("type"), new SourcePosition(2, 1)},
                new Object[] {"enum Size { S }", typeScript("enum"), new SourcePosition(1, 1)});
    }

    private static String typeScript(String word) {
        return "'" + word + "' is TypeScript, which needs the module codemode-typescript on the server: "
                + "write plain JavaScript, without types.";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const type = 'a'; type = 'b'; return type",
                "return { import: 1, export: 2, type: 3, interface: 4 }",
                "return {\n  import: 1,\n  type: 2\n}",
                "shop\n  .import({}); return 1",
                "return '```'",
                "// import a from 'a'\nreturn `export default`",
                "type\n= 1; return 1",
            })
    void takesTheSameWordsElsewhere(String text) {
        assertThat(prepare(text)).isInstanceOf(PreparedScript.Ready.class);
    }

    @Test
    void rejectsAnEmptyScript() {
        assertThat(prepare(" \n"))
                .isEqualTo(new PreparedScript.Rejected(
                        "SyntaxError", "The script is empty: write statements, and return the result.", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "`${", "/", "/*", "'", "a => ", "((a) => ", "import ", "x\n", "\\", "{", "async ("})
    void takesAnyTextInLinearTime(String part) {
        int times = 100_000 / part.length();
        assertThat(prepare(part.repeat(times))).isNotNull();
        assertThat(prepare(part.repeat(times) + "a" + ")".repeat(times))).isNotNull();
    }

    private PreparedScript.Ready ready(String text) {
        return (PreparedScript.Ready) prepare(text);
    }

    private PreparedScript prepare(String text) {
        return scripts.prepare(new ScriptRequest(text, Catalog.of(List.of())));
    }
}
