package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of Markdown around code: spaces, so that each character of the code keeps its place. */
final class FencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ```¶a¶```                            | a
            ```ts¶a¶```                          | a
            ```typescript ¶a¶```                 | a
            ~~~js¶a¶~~~                          | a
            Here it is:¶```¶a¶```¶That was it.   | a
            ```¶a¶```¶then¶```¶b¶```             | a¶¶¶¶b
            ```¶a                                | a
            ````¶a¶```¶b¶````                    | a¶```¶b
            ¶  ```js¶  a¶  ```                   | a
            """)
    void takesOnlyTheCode(String text, String code) {
        String script = text.replace('¶', '\n');
        String blank = Fences.blankAround(script);
        assertThat(blank).hasSameSizeAs(script);
        assertThat(blank.lines().count()).isEqualTo(script.lines().count());
        assertThat(blank.strip().replaceAll("[ \\n]+", "¶")).isEqualTo(code.replaceAll("¶+", "¶"));
        assertThat(blank.indexOf('a')).isEqualTo(script.indexOf("\na") < 0 ? script.indexOf("  a") + 2 : at(script));
    }

    private static int at(String script) {
        return script.indexOf("\na") + 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 1",
                "",
                "const text = `\n```js\nx\n```\n`;\nreturn text",
                "const a = [\"```\"];\nreturn a",
                "return `\n~~~\na\n~~~`",
                "a ~~~ b",
                "``` is a fence",
            })
    void leavesCodeUnchanged(String script) {
        assertThat(Fences.blankAround(script)).isEqualTo(script);
    }

    @Test
    void keepsEveryKindOfLineEnd() {
        assertThat(Fences.blankAround("x\r\n```\r\na\r\n```\u2028y")).isEqualTo(" \r\n   \r\na\r\n   \u2028 ");
    }
}
