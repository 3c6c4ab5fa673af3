package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body is: by its media type, and by its schema where the type does not say. */
final class MediaTypesTest {
    private static final String BYTES = "{ type: string, format: binary }";
    private static final String OBJECT = "{ type: object, properties: { a: { type: integer } } }";

    private static String request(String mediaType, String schema) {
        return TestApi.document(
                "/a",
                "{ post: { operationId: call, requestBody: { required: true, content: { \"" + mediaType
                        + "\": { schema: " + schema + " } } }, responses: { \"200\": { description: ok } } } }",
                "");
    }

    private static String answer(String content) {
        return TestApi.document(
                "/a", "{ get: { operationId: call, responses: { \"200\": { description: ok" + content + " } } } }", "");
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, application/octet-stream",
        "application/*, application/octet-stream",
        "image/*, application/octet-stream",
        "image/png, image/png",
        "application/octet-stream, application/octet-stream",
        "application/vnd.acme, application/vnd.acme"
    })
    void sendsBinaryUnderAnyTypeAsBytes(String mediaType, String sent) throws Exception {
        for (String schema : List.of(
                BYTES,
                "{ type: string, format: byte }",
                "{ allOf: [" + BYTES + "] }",
                "{ nullable: true, type: string," + " format: binary }")) {
            for (String document :
                    List.of(request(mediaType, schema), TestApi.swagger2("\"" + mediaType + "\"", schema))) {
                try (LoopbackServer server = LoopbackServer.ok("1")) {
                    TestApi.call(document, server, "body", "AHsi/w==");
                    assertThat(server.header("Content-Type")).isEqualTo(sent);
                    assertThat(server.body()).isEqualTo("\u0000{\"\u00ff");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, application/json",
        "application/*, application/json",
        "application/x-json, application/x-json",
        "application/octet-stream, application/octet-stream",
        "'application/json, application/xml', application/json",
        "json, application/json",
        "application/vnd.api+json, application/vnd.api+json"
    })
    void sendsObjectsAsJson(String mediaType, String sent) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(request(mediaType, OBJECT), server, "a", 1L);
            assertThat(server.header("Content-Type")).isEqualTo(sent);
            assertThat(server.body()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void saysThatAKeyIsNotAMediaType() {
        try (OpenApiSource source =
                OpenApiSource.builder("api", request("json", OBJECT)).build()) {
            assertThat(source.load().issues())
                    .singleElement()
                    .extracting(issue -> issue.message())
                    .isEqualTo("'json' is not a media type; the body is sent as application/json.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-yaml", "application/toml", "application/x-ndjson", "application/json-lines",
                "application/jsonlines", "application/x-jsonlines", "application/json-seq", "application/x-sh",
                "application/x-javascript", "application/typescript", "application/csv", "application/vnd.github.raw",
                "application/vnd.github.diff", "application/vnd.oai.openapi", "application/problem+xml",
                        "text/anything",
                "application/openmetrics-text; version=1.0.0; charset=utf-8", "application/octet-stream; charset=utf-8"
            })
    void readsTextualTypesAsText(String type) throws Exception {
        try (LoopbackServer server =
                LoopbackServer.answering(response(200, "Content-Type: " + type + "\r\n", "a: \u00c3\u00bc"))) {
            assertThat(TestApi.call(answer(""), server)).isEqualTo("a: ü");
        }
    }

    @Test
    void readsDeclaredBytesAsBase64WhateverTheServerCallsThem() throws Exception {
        for (String type : List.of("application/json", "text/plain", "application/x-protobuf", "*/*")) {
            for (String range : List.of("*/*", "application/*", "application/x-protobuf")) {
                try (LoopbackServer server =
                        LoopbackServer.answering(response(200, "Content-Type: " + type + "\r\n", "{\"a\":1}"))) {
                    assertThat(TestApi.call(
                                    answer(", content: { \"" + range + "\": { schema: " + BYTES + " } }"), server))
                            .isEqualTo("eyJhIjoxfQ==");
                }
            }
        }
    }

    @Test
    void readsABodyWithoutATypeAsTextIfItIsText() throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(
                response(200, "", "hello world\n"), response(200, "", "\u0000\u0001"), response(200, "", "\u00ff"))) {
            assertThat(TestApi.call(answer(""), server)).isEqualTo("hello world\n");
            assertThat(TestApi.call(answer(""), server)).isEqualTo("AAE=");
            assertThat(TestApi.call(answer(""), server)).isEqualTo("/w==");
        }
    }

    @Test
    void readsDeclaredTextAsTextWhereTheServerCallsItBytes() throws Exception {
        String document = answer(", content: { text/plain: { schema: { type: string } } }");
        try (LoopbackServer server =
                LoopbackServer.answering(response(200, "Content-Type: application/octet-stream\r\n", "{\"a\":1}"))) {
            assertThat(TestApi.call(document, server)).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void declaredContentBeatsTheNumberOfAStatusWithoutContent() throws Exception {
        String document = TestApi.document(
                "/a",
                "{ post: { operationId: call, responses: { \"204\": { description: ok, content: { application/json: { schema: "
                        + OBJECT + " } } } } } }",
                "");
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            Catalog catalog = Catalog.of(source.load().services());
            assertThat(TypeScriptDeclarations.of(catalog)
                            .shortSignature(catalog.operations().iterator().next()))
                    .isEqualTo("api.call(): Promise<{ a?: number; [key: string]: unknown }>");
        }
        try (LoopbackServer server =
                LoopbackServer.answering(response(200, "Content-Type: application/json\r\n", "{\"a\":1}"))) {
            assertThat(TestApi.call(document, server)).isEqualTo(Map.of("a", 1L));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"zone\":1} | {\"zone\":1}",
                "application/json | [1, 2] | [1, 2]",
                "application/json | \"a\" | a",
                "application/json | 5 | 5",
                "application/json | zone 1 | zone 1",
                "text/plain | {\"zone\":1} | {\"zone\":1}",
                "application/vnd.x+json | {\"zone\":1} | {\"zone\":1}",
            })
    void readsWhatIsDeclaredAsAStringAsText(String type, String body, String read) throws Exception {
        for (String content : List.of(
                "application/json: { schema: { type: string } }",
                "'*/*': { schema: { type: string } }",
                "text/plain: { schema: {} }",
                "application/vnd.x+json: { schema: { allOf: [{ description: a }, { type: string }] } }",
                "application/json: { schema: { type: string } }, text/plain: { schema: { type: string } }")) {
            try (LoopbackServer server =
                    LoopbackServer.answering(response(200, "Content-Type: " + type + "\r\n", body))) {
                assertThat(TestApi.call(answer(", content: { " + content + " }"), server))
                        .isEqualTo(read);
            }
        }
    }

    @Test
    void readsJsonWhereMoreThanAStringIsDeclared() throws Exception {
        for (String schema : List.of("{}", "{ oneOf: [{ type: string }, { type: object }] }", OBJECT)) {
            try (LoopbackServer server = LoopbackServer.ok("{\"a\":1}")) {
                assertThat(TestApi.call(answer(", content: { application/json: { schema: " + schema + " } }"), server))
                        .isEqualTo(Map.of("a", 1L));
            }
        }
    }

    private static String returns(String content) {
        try (OpenApiSource source = OpenApiSource.builder("api", answer(", content: { " + content + " }"))
                .build()) {
            Catalog catalog = Catalog.of(source.load().services());
            return TypeScriptDeclarations.of(catalog)
                    .signature(catalog.operations().iterator().next());
        }
    }

    @Test
    void saysThatAResultIsBase64() {
        assertThat(returns("image/png: {}"))
                .isEqualTo("/**\n * GET /a\n * @returns (base64)\n */\napi.call(): Promise<string>");
        assertThat(returns("application/json: { schema: { type: array, items: { type: string, format: byte } } }"))
                .isEqualTo("/**\n * GET /a\n * @returns (each byte)\n */\napi.call(): Promise<string[]>");
        assertThat(returns("application/json: { schema: { type: string, format: date } }"))
                .isEqualTo("/**\n * GET /a\n * @returns (date)\n */\napi.call(): Promise<string>");
        assertThat(returns("application/json: { schema: { type: string } }"))
                .isEqualTo("/** GET /a */\napi.call(): Promise<string>");
    }

    @Test
    void saysThatElementsAreBase64() {
        assertThat(
                        returns(
                                "application/json: { schema: { type: object, properties: { files: { type: array, maxItems: 2, items: { type: string, contentEncoding: base64 } } } } }"))
                .contains("/** (each base64, at most 2 items) */\n  files?: string[];");
    }

    private static final String EXPORT = "application/json: { schema: " + OBJECT
            + " }, application/zip: { schema: { type: string, format: binary } }";

    @Test
    void letsAScriptChooseBetweenJsonAndAFile() throws Exception {
        String document = answer(", content: { " + EXPORT + " }");
        try (LoopbackServer server = LoopbackServer.answering(request -> request.contains("Accept: application/zip")
                ? response(200, "Content-Type: application/zip\r\n", "PK")
                : response(200, "Content-Type: application/json\r\n", "{\"a\":1}"))) {
            assertThat(TestApi.call(document, server)).isEqualTo(Map.of("a", 1L));
            assertThat(server.header("Accept")).isEqualTo("application/json");
            assertThat(TestApi.call(document, server, "accept", "application/zip"))
                    .isEqualTo("UEs=");
            assertThat(server.header("Accept")).isEqualTo("application/zip");
        }
    }

    @Test
    void declaresTheChoiceBetweenJsonAndAFile() {
        assertThat(returns(EXPORT)).isEqualTo("""
                /**
                 * GET /a
                 * @returns (base64)
                 */
                api.call(args?: {
                  /** What the result is; a file comes as base64. (default "application/json") */
                  accept?: "application/json" | "application/zip";
                }): Promise<{ a?: number; [key: string]: unknown } | string>""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json: { schema: {} }, text/csv: { schema: { type: string } }",
                "application/json: { schema: {} }, application/vnd.x: { schema: { type: string } }",
                "application/json: { schema: {} }, application/protobuf: { schema: { type: object } }",
                "application/json: { schema: {} }, '*/*': { schema: { type: string, format: binary } }",
                "application/zip: {}, application/pdf: {}",
            })
    void offersNoChoiceWhereJsonSaysTheSame(String content) {
        assertThat(returns(content)).doesNotContain("accept");
    }

    @Test
    void namesTheChoiceUnlikeTheOtherArguments() {
        String document = TestApi.document(
                "/a",
                "{ post: { operationId: call, requestBody: { content: { application/json: { schema: { type: object, properties: { accept: { type: boolean } } } } } }, responses: { \"200\": { description: ok, content: { "
                        + EXPORT + " } } } } }",
                "");
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            Catalog catalog = Catalog.of(source.load().services());
            assertThat(TypeScriptDeclarations.of(catalog)
                            .shortSignature(catalog.operations().iterator().next()))
                    .startsWith(
                            "api.call({ accept?: boolean; acceptInHeader?: \"application/json\" | \"application/zip\" })");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "produces: [application/json],", "produces: [application/pdf],"})
    void readsAFileOfVersion2AsBytes(String produces) throws Exception {
        String document = """
                swagger: "2.0"
                info: { title: Test, version: "1" }
                host: api.example.com
                paths: { /a: { get: { operationId: call, %s responses: { "200": { description: ok, schema: { type: file } } } } } }
                """.formatted(produces);
        for (String type : List.of("application/json", "text/csv", "application/pdf")) {
            try (LoopbackServer server =
                    LoopbackServer.answering(response(200, "Content-Type: " + type + "\r\n", "{\"a\":1}"))) {
                assertThat(TestApi.call(document, server)).isEqualTo("eyJhIjoxfQ==");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/*", "*/*", "application/*"})
    void letsAScriptSayTheTypeOfABodyOfBytes(String range) throws Exception {
        String document = request(range, BYTES);
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            Catalog catalog = Catalog.of(source.load().services());
            assertThat(TypeScriptDeclarations.of(catalog)
                            .shortSignature(catalog.operations().iterator().next()))
                    .isEqualTo("api.call({ body: string | { content: string; type?: string } }): Promise<unknown>");
        }
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, "body", Map.of("content", "eA==", "type", "image/webp"));
            assertThat(server.header("Content-Type")).isEqualTo("image/webp");
            assertThat(server.body()).isEqualTo("x");
            TestApi.call(document, server, "body", "eA==");
            assertThat(server.header("Content-Type")).isEqualTo("application/octet-stream");
        }
    }
}
