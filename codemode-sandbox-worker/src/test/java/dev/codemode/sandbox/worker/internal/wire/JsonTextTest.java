package dev.codemode.sandbox.worker.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-0",
                "1.5",
                "1e9",
                "-1.5E-10",
                "0",
                "\"\"",
                "\"a\\u00fc\\n\\\"\"",
                "true",
                "false",
                "null",
                "[]",
                "{}",
                " [ 1 , 2 ] ",
                "{\"a\":{\"b\":[1,{}]},\"c\":null}",
                "\"ü😀\"",
                "\t{ \"a\" : 1 }\r\n"
            })
    void acceptsAValue(String text) {
        assertThat(JsonText.isValid(text, 10)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "-",
                "--1",
                "tru",
                "truex",
                "NaN",
                "undefined",
                "\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"a\nb\"",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\" 1}",
                "1 2",
                "]",
                "[1}",
                "'a'",
                "\"\\"
            })
    void refusesWhatIsNone(String text) {
        assertThat(JsonText.isValid(text, 10)).isFalse();
    }

    @Test
    void countsArraysAndObjects() {
        assertThat(JsonText.isValid("[{\"a\":[1]}]", 3)).isTrue();
        assertThat(JsonText.isValid("[{\"a\":[1]}]", 2)).isFalse();
    }
}
