package dev.codemode.openapi.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.jsonschema.internal.document.DocumentTree;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentTextTest {
    private static String read(String text) throws UnreadableException {
        return DocumentText.parse(text).root().toString();
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
                .hasMessage(
                        "The text holds more than 5000000 values, counting those of aliases wherever they are used.");
    }

    @Test
    void refusesAnAliasOfWhatItIsIn() {
        assertThatThrownBy(() -> read("a: &a [*a]")).hasMessage("The alias '*a' is used before its anchor ends.");
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
                .hasMessage("The text is not valid JSON: line 3, column 7.");
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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsTextInWhatItsFirstBytesSay(String charset) throws UnreadableException {
        for (String mark : List.of("", "\uFEFF")) {
            for (String text : List.of("{\"title\": \"Bücher\"}", "title: Bücher")) {
                DocumentTree read = DocumentText.parse((mark + text).getBytes(Charset.forName(charset)));
                assertThat(read.root().toString()).isEqualTo("{\"title\":\"Bücher\"}");
                assertThat(read.faults()).isEmpty();
            }
        }
    }

    @Test
    void tellsThatAFileIsInLatin1() throws UnreadableException {
        DocumentTree read = DocumentText.parse("title: Bücher".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.root().toString()).isEqualTo("{\"title\":\"Bücher\"}");
        assertThat(read.faults())
                .containsExactly(new DocumentTree.Fault(
                        List.of(), "The file is not in UTF-8; it was read as ISO-8859-1. Save it in UTF-8."));
    }

    @Test
    void readsJsonAfterAByteOrderMarkAsJson() throws UnreadableException {
        String key = "k".repeat(2_000);
        assertThat(read("\uFEFF{\"" + key + "\": 1.0}")).isEqualTo("{\"" + key + "\":1.0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": {\"b\": 1, \"c\": [{\"d\": 1, \"d\": 2}], \"b\": 3}}",
                "a:\n  b: 1\n  c:\n    - d: 1\n      d: 2\n  b: 3\n"
            })
    void tellsRepeatedKeysAndKeepsTheLast(String text) throws UnreadableException {
        DocumentTree read = DocumentText.parse(text);
        assertThat(read.root().toString()).isEqualTo("{\"a\":{\"b\":3,\"c\":[{\"d\":2}]}}");
        assertThat(read.faults())
                .containsExactly(
                        DocumentTree.Fault.repeated(List.of("a", "c", "0", "d")),
                        DocumentTree.Fault.repeated(List.of("a", "b")));
    }

    @Test
    void letsMergeKeysBeOverriddenWithoutAWord() throws UnreadableException {
        assertThat(DocumentText.parse(
                                "base: &b { a: 1 }\nmore: { a: 2, <<: *b }\nboth: { <<: *b, <<: { c: 1 }, a: 3 }\n")
                        .faults())
                .isEmpty();
    }

    @Test
    void tellsThatFurtherDocumentsOfYamlAreNotRead() throws UnreadableException {
        assertThat(DocumentText.parse("a: 1\n---\nb: 2\n").faults())
                .extracting("message")
                .containsExactly("The text holds more than one YAML document, and only the first was read.");
    }
}
