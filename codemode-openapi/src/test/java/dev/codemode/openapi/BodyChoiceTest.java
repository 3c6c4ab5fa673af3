package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several media types a body is sent in, and what forms can hold. */
final class BodyChoiceTest {
    private static final String OBJECT = "{ type: object, properties: { a: { type: string } } }";
    private static final String ARRAY = "{ type: array, items: { type: string } }";
    private static final String FILE = "{ type: object, properties: { f: { type: string, format: binary } } }";

    /** Returns a document whose body has these types, each with its schema after a blank. */
    private static String offering(String... offers) {
        String content = Stream.of(offers)
                .map(offer -> offer.split(" ", 2))
                .map(words -> "\"" + words[0] + "\": { schema: " + schema(words[1]) + " }")
                .collect(Collectors.joining(", "));
        return TestApi.document(
                "/a",
                "{ post: { operationId: call, requestBody: { required: true, content: { " + content
                        + " } }, responses: { \"200\": { description: ok } } } }",
                "");
    }

    private static String schema(String word) {
        return word.replace("OBJECT", OBJECT).replace("ARRAY", ARRAY).replace("FILE", FILE);
    }

    private static String swagger2(String consumes, String schema) {
        return TestApi.swagger2(consumes, schema(schema));
    }

    private static List<String> issues(String document) {
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            return source.load().issues().stream().map(SourceIssue::message).toList();
        }
    }

    private static String declared(String document) {
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            SourceSnapshot snapshot = source.load();
            Catalog catalog = Catalog.of(snapshot.services());
            return TypeScriptDeclarations.of(catalog)
                    .shortSignature(catalog.operations().iterator().next())
                    .replace("api.call(", "")
                    .replace("): Promise<unknown>", "");
        }
    }

    private static String sent(String document, String json) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, TestApi.argumentsOf(json));
            return server.header("Content-Type").replaceAll(";.*", "") + " " + server.body();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json-patch+json OBJECT, application/merge-patch+json OBJECT | application/merge-patch+json",
                "application/json-patch+json OBJECT, application/strategic-merge-patch+json OBJECT, application/merge-patch+json OBJECT | application/strategic-merge-patch+json",
                "application/merge-patch+json OBJECT, application/json OBJECT | application/json",
                "application/json-patch+json ARRAY, application/json OBJECT | application/json",
                "application/vnd.api+json OBJECT, application/json OBJECT | application/json",
                "application/vnd.api+json OBJECT, application/vnd.b+json OBJECT | application/vnd.api+json",
                "application/xml OBJECT, application/json OBJECT | application/json",
                "application/json ARRAY, application/json;v=2 OBJECT | application/json;v=2",
                "application/x-www-form-urlencoded OBJECT, multipart/form-data OBJECT | application/x-www-form-urlencoded",
            })
    void sendsAnObjectInTheTypeThatCanExpressIt(String offers, String mediaType) throws Exception {
        String document = offering(offers.split(", ", -1));
        boolean whole = declared(document).startsWith("{ body");
        assertThat(sent(document, whole ? "{\"body\":{\"a\":\"x\"}}" : "{\"a\":\"x\"}"))
                .startsWith(mediaType.replaceAll(";.*", "") + " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded OBJECT, multipart/form-data FILE",
                "application/json OBJECT, multipart/form-data FILE",
                "multipart/form-data FILE, application/json OBJECT",
            })
    void sendsSeveralPartsWhereThereIsAFile(String offers) throws Exception {
        assertThat(sent(offering(offers.split(", ", -1)), "{\"f\":\"eA==\"}"))
                .startsWith("multipart/form-data --part-");
    }

    @Test
    void sendsAnArrayInAnotherTypeThanAnObject() throws Exception {
        for (String document : List.of(
                offering("application/json-patch+json ARRAY", "application/merge-patch+json OBJECT"),
                offering("application/merge-patch+json OBJECT", "application/json-patch+json {}"),
                offering("application/json-patch+json {}", "application/merge-patch+json {}"),
                swagger2("application/json-patch+json, application/merge-patch+json", "{}"))) {
            assertThat(sent(document, "{\"body\":[{\"op\":\"remove\"}]}"))
                    .isEqualTo("application/json-patch+json [{\"op\":\"remove\"}]");
            assertThat(sent(document, "{\"body\":{\"a\":null}}"))
                    .isEqualTo("application/merge-patch+json {\"a\":null}");
        }
    }

    @Test
    void declaresBothWhereTheValueDecides() {
        assertThat(declared(offering("application/json-patch+json ARRAY", "application/merge-patch+json OBJECT")))
                .isEqualTo("{ body: { a?: string; [key: string]: unknown } | string[] }");
        assertThat(declared(offering("application/json-patch+json {}", "application/merge-patch+json OBJECT")))
                .isEqualTo("{ body: { a?: string; [key: string]: unknown } | unknown[] }");
    }

    @Test
    void choosesAmongTheTypesOfVersion2() throws Exception {
        assertThat(sent(
                        swagger2("application/json-patch+json, application/merge-patch+json", "OBJECT"),
                        "{\"a\":\"x\"}"))
                .isEqualTo("application/merge-patch+json {\"a\":\"x\"}");
        assertThat(sent(swagger2("application/vnd.a+json, application/json", "OBJECT"), "{\"a\":\"x\"}"))
                .isEqualTo("application/json {\"a\":\"x\"}");
    }

    @Test
    void saysWhichTypeIsSent() {
        assertThat(issues(offering("application/xml OBJECT", "application/json OBJECT")))
                .containsExactly(
                        "The body may be application/xml or application/json. It is sent as application/json.");
        assertThat(issues(offering("application/json-patch+json ARRAY", "application/merge-patch+json OBJECT")))
                .containsExactly(
                        "The body may be application/json-patch+json or application/merge-patch+json. It is sent"
                                + " as application/merge-patch+json, an array as application/json-patch+json.");
        assertThat(issues(offering("application/json OBJECT"))).isEmpty();
    }

    @Test
    void saysWhichTypeIsSentOnceForAllPlaces() {
        String body =
                "{ requestBody: { content: { application/json: { schema: {} }, application/xml: { schema: {} } } },"
                        + " responses: { \"200\": { description: ok } } }";
        String document = TestApi.document("/a", "{ post: " + body + ", put: " + body + ", patch: " + body + " }", "");
        assertThat(issues(document))
                .containsExactly("The body may be application/json or application/xml. It is sent as application/json."
                        + " The same is true of 2 other places.");
        try (OpenApiSource source =
                OpenApiSource.builder("api", document).strict().build()) {
            assertThat(source.load().issues()).allMatch(issue -> issue.severity() == SourceIssue.Severity.WARNING);
        }
    }

    @Test
    void sendsAReadyFormAsItIs() throws Exception {
        for (String document : List.of(
                offering("application/x-www-form-urlencoded { type: string }"),
                swagger2("application/x-www-form-urlencoded", "{ type: string }"))) {
            assertThat(declared(document)).isEqualTo("{ body: string }");
            assertThat(issues(document)).isEmpty();
            assertThat(sent(document, "{\"body\":\"a=1&b=x+y\"}"))
                    .isEqualTo("application/x-www-form-urlencoded a=1&b=x+y");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | ARRAY | an array",
                "multipart/form-data | ARRAY | an array",
                "multipart/form-data | { type: array, items: { type: string, format: binary } } | an array",
                "multipart/form-data | { type: string, format: binary } | a single value",
                "multipart/form-data | { type: string } | a single value",
            })
    void saysWhatAFormCannotHold(String mediaType, String schema, String found) throws Exception {
        for (String document : List.of(offering(mediaType + " " + schema), swagger2(mediaType, schema))) {
            assertThat(issues(document))
                    .containsExactly("It is declared as " + found + ", which " + mediaType
                            + " cannot hold. It is sent as an object, each property as a field. Declare it as an object, or"
                            + " offer application/json.");
            assertThat(declared(document)).isEqualTo("{ body: { [key: string]: unknown } }");
            assertThat(sent(document, "{\"body\":{\"a\":\"1\"}}")).startsWith(mediaType + " ");
        }
    }

    @Test
    void sendsAnotherTypeThanAFormThatCannotHoldTheBody() throws Exception {
        String document =
                offering("application/x-www-form-urlencoded ARRAY", "multipart/form-data ARRAY", "text/plain ARRAY");
        assertThat(sent(document, "{\"body\":\"x\"}")).isEqualTo("text/plain x");
        assertThat(sent(
                        offering("application/x-www-form-urlencoded ARRAY", "application/json ARRAY"),
                        "{\"body\":[\"x\"]}"))
                .isEqualTo("application/json [\"x\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "application/x-www-form-urlencoded # {} # { [key: string]: unknown } | string",
                "multipart/form-data # {} # { [key: string]: unknown }",
                "application/x-www-form-urlencoded # { oneOf: [{ type: object }, { type: array, items: {} }] } # { [key: string]: unknown }",
                "application/x-www-form-urlencoded # { anyOf: [{ type: array, items: {} }, { type: string }] } # string",
                "multipart/form-data # { anyOf: [{ type: object }, { type: string }] } # { [key: string]: unknown }",
                "multipart/mixed # { type: array, items: { type: string } } # string[]",
            })
    void declaresWhatAFormCanHold(String mediaType, String schema, String declared) {
        String document = offering(mediaType + " " + schema);
        assertThat(issues(document)).isEmpty();
        String text = declared(document);
        assertThat(text).isIn("{ body: " + declared + " }", "{ body: (" + declared + ") }");
    }

    @Test
    void writesTheElementsOfAnArrayAsParts() throws Exception {
        String body = sent(offering("multipart/mixed { type: array, items: {} }"), "{\"body\":[{\"a\":1},\"x\"]}");
        String boundary = body.substring("multipart/mixed ".length(), body.indexOf("\r\n"));
        assertThat(body.replace(boundary, "--B"))
                .isEqualTo(
                        "multipart/mixed --B\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--B\r\n\r\nx\r\n--B--\r\n");
        assertThat(Arrays.asList(boundary)).allMatch(text -> text.startsWith("--part-"));
    }

    @Test
    void looksAtEachPartOfASchemaForWhatABodyIs() throws Exception {
        String all =
                "application/octet-stream { allOf: [{ description: x }, { type: object, properties: { a: {} } }] }";
        assertThat(sent(offering(all), "{\"a\":\"x\"}")).isEqualTo("application/octet-stream {\"a\":\"x\"}");
        String one = "application/* { oneOf: [{ type: string }, { type: array, items: {} }] }";
        assertThat(sent(offering(one), "{\"body\":[1]}")).isEqualTo("application/json [1]");
        String bytes = "application/* { allOf: [{ type: string }, { format: binary }] }";
        assertThat(sent(offering(bytes), "{\"body\":\"eA==\"}")).isEqualTo("application/octet-stream x");
        String media = "'*/*' { type: string, contentMediaType: text/csv }".replace("'", "");
        assertThat(sent(offering(media), "{\"body\":\"a,b\"}")).isEqualTo("application/json \"a,b\"");
    }
}
