package dev.codemode.openapi.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.codemode.source.SourceIssue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are made to hold the reader up or to crash it. The time is many times what each takes. */
final class HostileDocumentsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static ReadDocument read(String document) {
        return assertTimeoutPreemptively(LONG, () -> DocumentReader.read(document, TestOptions.of("api")));
    }

    private static ReadDocument withSchemas(String schemas) {
        return read("""
                {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "servers": [{"url": "https://api.example.com"}],
                 "paths": {"/a": {"post": {"operationId": "o",
                    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}},
                    "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}}}}},
                 "components": {"schemas": {%s}}}
                """.formatted(schemas));
    }

    private static List<String> told(ReadDocument read) {
        return read.issues().stream()
                .map(issue -> issue.severity() + " " + issue.location() + " " + issue.message())
                .toList();
    }

    private static String joined(int count, java.util.function.IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allOf", "oneOf", "anyOf"})
    void readsEachTypeOfAFanOnce(String keyword) {
        StringBuilder schemas = new StringBuilder("\"A\": {\"$ref\": \"#/components/schemas/T0x0\"}");
        for (int level = 0; level < 9; level++) {
            for (int i = 0; i < 12; i++) {
                int next = level + 1;
                schemas.append(",\"T" + level + "x" + i + "\": {\"" + keyword + "\": ["
                        + joined(12, j -> "{\"$ref\": \"#/components/schemas/T" + next + "x" + j + "\"}") + "]}");
            }
        }
        schemas.append(",")
                .append(joined(
                        12, i -> "\"T9x" + i + "\": {\"type\": \"object\", \"properties\": {\"p" + i + "\": {}}}"));
        assertThat(told(withSchemas(schemas.toString()))).isEmpty();
    }

    @Test
    void readsEachTypeOnceWhereAllHaveOneAnother() {
        String all = "[" + joined(12, j -> "{\"$ref\": \"#/components/schemas/T" + j + "\"}") + "]";
        String schemas = "\"A\": {\"allOf\": " + all + "},"
                + joined(12, i -> "\"T" + i + "\": {\"allOf\": " + all + ", \"oneOf\": " + all + "}");
        assertThat(told(withSchemas(schemas))).isEmpty();
    }

    @Test
    void readsAChainOfTypesThatDiffersAtItsEnd() {
        String schemas = "\"A\": {\"properties\": {\"p\": {\"$ref\": \"#/components/schemas/T0\"}}},"
                + joined(
                        6_000,
                        i -> "\"T" + i + "\": {\"properties\": {\"p\": {\"$ref\": \"#/components/schemas/T" + (i + 1)
                                + "\"}}}")
                + ",\"T6000\": {\"properties\": {\"id\": {\"type\": \"string\", \"readOnly\": true}}}";
        ReadDocument read = withSchemas(schemas);
        assertThat(told(read)).isEmpty();
        assertThat(read.service().types()).hasSize(12_003).containsKey("T5999Input");
    }

    @Test
    void readsManyConstants() {
        assertThat(told(withSchemas("\"A\": {\"enum\": [" + joined(200_000, i -> "\"v" + i + "\"") + "]}")))
                .isEmpty();
    }

    @Test
    void readsManyAnchorsThatAreNotThere() {
        String schemas = "\"A\": {\"properties\": {"
                + joined(2_000, i -> "\"p" + i + "\": {\"$ref\": \"#none" + i + "\"}") + "}},"
                + joined(20_000, i -> "\"T" + i + "\": {\"properties\": {\"a\": {\"type\": \"string\"}}}");
        ReadDocument read = withSchemas(schemas);
        assertThat(told(read))
                .hasSize(1_001)
                .endsWith("WARNING / The document has more faults than the 1000 listed here.")
                .startsWith(
                        "WARNING /components/schemas/A/properties/p0 The reference '#none0' leads nowhere. Define what it"
                                + " names.");
    }

    @Test
    void namesManyTypesAndOperationsOfOneName() {
        String schemas = "\"A\": {\"properties\": {"
                + joined(20_000, i -> "\"p" + i + "\": {\"$ref\": \"#/x" + i + "/-\"}") + "}}";
        String places = joined(20_000, i -> "\"x" + i + "\": {\"-\": {\"type\": \"object\"}}");
        ReadDocument read = read("{\"openapi\": \"3.1.0\", \"paths\": {"
                + joined(20_000, i -> "\"/p" + i + "\": {\"get\": {\"operationId\": \"same\"}}")
                + ", \"/a\": {\"post\": {\"requestBody\": {\"content\": {\"application/json\": {\"schema\": {\"$ref\":"
                + " \"#/components/schemas/A\"}}}}}}}, \"components\": {\"schemas\": {" + schemas + "}}, " + places
                + "}");
        assertThat(read.service().operations()).hasSize(20_001).containsKey("p19999.get");
        assertThat(read.service().types()).hasSize(20_000).containsKeys("Type", "Type20000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#", "#/", "", "#/components/schemas/A/properties/-", "#/x-defs/!!!", "#/components/schemas/@"})
    void readsReferencesToWhatHasNoName(String reference) {
        ReadDocument read = withSchemas("\"A\": {\"properties\": {\"a\": {\"$ref\": \"" + reference
                + "\"}, \"-\": {\"type\": \"object\"}}}, \"@\": {\"type\": \"object\"}");
        assertThat(read.service().operations()).containsOnlyKeys("o");
        assertThat(told(read)).allMatch(issue -> issue.contains("leads"));
    }

    @Test
    void countsMergeKeysWhileItMerges() {
        StringBuilder yaml = new StringBuilder("m0: &m0 { k0: 1 }\n");
        for (int i = 1; i < 6_000; i++) {
            yaml.append("m" + i + ": &m" + i + " { <<: *m" + (i - 1) + ", k" + i + ": 1 }\n");
        }
        assertThat(told(read(yaml.toString())))
                .containsExactly(
                        "WARNING document of 'api' Cannot read the document. The merge keys ('<<') of the text stand"
                                + " for more than 1000000 values.");
    }

    @Test
    void countsTheDepthOfAliases() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 1_000; i++) {
            yaml.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
        }
        assertThat(told(read(yaml.toString())))
                .containsExactly(
                        "WARNING document of 'api' Cannot read the document. The text nests deeper than 200 levels.");
    }

    @Test
    void showsNoDefaultThatAliasesMakeLarge() {
        StringBuilder yaml = new StringBuilder("openapi: 3.1.0\nx0: &a0 [xxxxxxxxxx, xxxxxxxxxx]\n");
        for (int i = 1; i < 11; i++) {
            yaml.append("x" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        yaml.append("paths: { /a: { get: { operationId: o, parameters: [");
        yaml.append(joined(500, i -> "{ name: p" + i + ", in: query, schema: { default: *a10, not: *a10 } }"));
        yaml.append("] } } }\n");
        ReadDocument read = read(yaml.toString());
        assertThat(read.service().operations().get("o").docs().text()).isEqualTo("GET /a");
    }

    @Test
    void givesUpADocumentThatIsReadTooOften() {
        String parameters = joined(4_000, i -> "{\"name\": \"p" + i + "\", \"in\": \"query\"}");
        String methods = joined(4_000, i -> "\"M" + i + "\": {}");
        assertThat(told(read("{\"openapi\": \"3.2.0\", \"paths\": {\"/a\": {\"parameters\": [" + parameters
                        + "], \"additionalOperations\": {" + methods + "}}}}")))
                .containsExactly(
                        "WARNING document of 'api' Cannot read the document. It refers to its parts so often that"
                                + " reading it would take too long.");
    }

    @Test
    void followsNoReferenceForever() {
        String chain = joined(150, i -> "\"C" + i + "\": {\"$ref\": \"#/components/schemas/C" + (i + 1) + "\"}");
        ReadDocument read =
                withSchemas("\"A\": {\"properties\": {\"a\": {\"$ref\": \"#/components/schemas/C0\"}, \"b\":"
                        + " {\"$ref\": \"#/components/schemas/L\"}}}, \"L\": {\"$ref\": \"#/components/schemas/L\"}, "
                        + chain
                        + ", \"C150\": {}");
        assertThat(told(read))
                .containsExactly(
                        "WARNING /components/schemas/A/properties/a More than 100 references lead from one to the next."
                                + " Shorten the chain.",
                        "WARNING /components/schemas/A/properties/b The reference is circular. Make it lead to a"
                                + " definition.");
    }

    @Test
    void servesNoInvalidMethod() {
        ReadDocument read = read("{\"openapi\": \"3.2.0\", \"paths\": {\"/a\": {\"get\": {}, \"GET\": {},"
                + " \"additionalOperations\": {\"\": {}, \"A B\": {}, \"LOCK\": {}, \"GET\": {}}}}}");
        assertThat(read.service().operations()).containsOnlyKeys("a.get", "a.lock");
        assertThat(told(read))
                .startsWith(
                        "WARNING /paths/~1a/GET The path has another operation with this method; this one was left out.",
                        "WARNING /paths/~1a/additionalOperations/ This is not an HTTP method (RFC 9110, 9.1); the operation"
                                + " was left out.",
                        "WARNING /paths/~1a/additionalOperations/A B This is not an HTTP method (RFC 9110, 9.1); the"
                                + " operation was left out.",
                        "WARNING /paths/~1a/additionalOperations/GET The path has another operation with this method; this"
                                + " one was left out.");
    }

    @Test
    void readsNumbersThatNoDoubleHolds() {
        ReadDocument read = withSchemas(
                "\"A\": {\"properties\": {\"a\": {\"enum\": [1e400]}, \"b\": {\"type\": \"number\","
                        + " \"maximum\": 1e400, \"default\": 1e400}, \"c\": {\"type\": \"string\", \"minLength\": 1e400}}}");
        assertThat(read.issues()).isEmpty();
    }

    @Test
    void tellsWhatHidesOrReordersTextAsWhatItIs() {
        SourceIssue issue = withSchemas("\"A\": {\"properties\": {\"\\u001b[2J\\u202Ex\": {\"$ref\":"
                        + " \"#\\u001b]8;;http://evil.example\\u0007\\nERROR forged\"}}}")
                .issues()
                .get(0);
        assertThat(issue.location()).isEqualTo("/components/schemas/A/properties/\uFFFD[2J\uFFFDx");
        assertThat(issue.message())
                .isEqualTo(
                        "The reference '#]8;;http://evil.example ERROR forged' leads nowhere. Define what it names.");
    }
}
