package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.typescript.TypeScriptDeclarations;
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

    private static String swagger2(String consumes, String schema) {
        return """
                swagger: "2.0"
                info: { title: Test, version: "1" }
                host: api.example.com
                paths:
                  /a:
                    post:
                      operationId: call
                      consumes: [%s]
                      parameters: [{ name: body, in: body, required: true, schema: %s }]
                      responses: { "200": { description: ok } }
                """.formatted(consumes, schema);
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
            for (String document : List.of(request(mediaType, schema), swagger2("\"" + mediaType + "\"", schema))) {
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
    void saysThatAKeyIsNoMediaType() {
        try (OpenApiSource source =
                OpenApiSource.builder("api", request("json", OBJECT)).build()) {
            assertThat(source.load().issues())
                    .singleElement()
                    .extracting(issue -> issue.message())
                    .isEqualTo("'json' is no media type; the body is sent as application/json.");
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
    void readsWhatNobodyNamesAsTextIfItIsText() throws Exception {
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
}
