package dev.codemode.openapi.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.openapi.internal.document.DocumentText.UnreadableException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentTextTest {
    private static String read(String text) throws UnreadableException {
        return DocumentText.parse(text).toString();
    }

    @Test
    void readsJson() throws UnreadableException {
        assertThat(read(" {\"a\": [1, null, \"x\"]}")).isEqualTo("{\"a\":[1,null,\"x\"]}");
    }

    @Test
    void readsAFlowMappingOfYaml() throws UnreadableException {
        assertThat(read("{a: [1, x], b: }")).isEqualTo("{\"a\":[1,\"x\"],\"b\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: no | {\"a\":\"no\"}",
                "a: true | {\"a\":true}",
                "a: 1.10 | {\"a\":1.10}",
                "a: 0x1F | {\"a\":31}",
                "a: 0o17 | {\"a\":15}",
                "a: .inf | {\"a\":\".inf\"}",
                "a: ~ | {\"a\":null}",
                "a: 2026-11-26 | {\"a\":\"2026-11-26\"}",
                "a: !!str 7 | {\"a\":\"7\"}",
                "200: ok | {\"200\":\"ok\"}",
                "a: 123456789012345678901234567890 | {\"a\":123456789012345678901234567890}"
            })
    void readsScalarsAsYaml12Does(String yaml, String json) throws UnreadableException {
        assertThat(read(yaml)).isEqualTo(json);
    }

    @Test
    void readsAliasesAndMergeKeys() throws UnreadableException {
        assertThat(read("""
                base: &base { a: 1, b: 2 }
                copy: *base
                more: { <<: *base, b: 3 }
                both: { <<: [{ x: 1 }, *base], a: 9 }
                """))
                .isEqualTo("{\"base\":{\"a\":1,\"b\":2},\"copy\":{\"a\":1,\"b\":2},\"more\":{\"b\":3,\"a\":1},"
                        + "\"both\":{\"a\":9,\"x\":1,\"b\":2}}");
    }

    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            yaml.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(10, before)) + "]\n");
        }
        assertThatThrownBy(() -> read(yaml.toString()))
                .hasMessage("The aliases of the text stand for more than 20000000 values.");
    }

    @Test
    void refusesAnAliasOfWhatItIsIn() {
        assertThatThrownBy(() -> read("a: &a [*a]")).hasMessage("The alias '*a' stands before its anchor ends.");
    }

    @Test
    void refusesWhatNestsTooDeeply() {
        assertThatThrownBy(() -> read("[".repeat(5_000) + "]".repeat(5_000)))
                .hasMessage("The text nests deeper than 200 levels.");
        assertThatThrownBy(() -> read("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)))
                .hasMessage("The text nests deeper than 200 levels.");
    }

    @Test
    void saysWhereJsonIsBroken() {
        assertThatThrownBy(() -> read("{\n  \"a\": 1,\n  \"b\" 2\n}"))
                .hasMessage("The text is no valid JSON: line 3, column 7.");
    }

    @Test
    void saysWhereYamlIsBroken() {
        assertThatThrownBy(() -> read("a: 1\nb: [1,\nc: 2\n"))
                .hasMessage("The text is neither valid JSON nor valid YAML: line 4, column 1.");
    }

    @Test
    void refusesAnEmptyText() {
        assertThatThrownBy(() -> read(" \n")).hasMessage("The text is empty.");
    }
}
