package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.internal.json.Json;
import dev.codemode.source.OperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in bodies of several parts: what the model sees, their names and media types. */
final class UploadTest {
    private static final String FILE = "string | { content: string; filename?: string; type?: string }";
    private static final String BINARY = "{ type: string, format: binary }";

    private static String document(String version, String property, String encoding) {
        return """
                openapi: %s
                info: { title: Test, version: "1" }
                servers: [{ url: https://api.example.com }]
                components: { schemas: { Upload: { type: object, properties: { file: %s } }, Raw: { type: string, format: binary } } }
                paths:
                  /a:
                    post:
                      operationId: call
                      requestBody: { content: { multipart/form-data: { schema: { allOf: [{ $ref: "#/components/schemas/Upload" }] }, encoding: { %s } } } }
                      responses: { "200": { description: OK } }
                """.formatted(version, property, encoding);
    }

    private static String document(String property, String encoding) {
        return document("3.1.0", property, encoding.isEmpty() ? "" : "file: { contentType: \"" + encoding + "\" }");
    }

    private static String swagger2() {
        return """
                swagger: "2.0"
                info: { title: Test, version: "1" }
                host: api.example.com
                paths:
                  /a:
                    post:
                      operationId: call
                      consumes: [multipart/form-data]
                      parameters: [{ name: file, in: formData, type: file }]
                      responses: { "200": { description: OK } }
                """;
    }

    private static String declared(String document) {
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            assertThat(source.load().issues()).isEmpty();
            Catalog catalog = Catalog.of(source.load().services());
            return TypeScriptDeclarations.of(catalog)
                    .shortSignature(catalog.operations().iterator().next())
                    .replace("api.call({ file?: ", "")
                    .replace(" }): Promise<unknown>", "");
        }
    }

    /** Returns the parts, without boundaries. */
    private static String parts(String document, String json) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, "file", Json.read(json));
            String body = server.body();
            return body.replace(body.substring(0, body.indexOf("\r\n")), "")
                    .replace("\r\nContent-Disposition: form-data; name=\"file\"", "")
                    .replaceAll("--\r\n$", "")
                    .replace("\r\n", "~");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BINARY,
                "{ $ref: '#/components/schemas/Raw' }",
                "{ allOf: [{ $ref: '#/components/schemas/Raw' }] }",
                "{}",
                "{ description: The file. }",
                "{ contentMediaType: application/octet-stream }",
                "{ contentMediaType: text/csv }",
                "{ type: string, contentMediaType: application/octet-stream }",
            })
    void declaresAFileAsBase64OrAnObject(String property) {
        assertThat(declared(document(property, ""))).isEqualTo(FILE);
        assertThat(declared(document("{ type: array, items: " + property + " }", "")))
                .isEqualTo("(" + FILE + ")[]");
    }

    @Test
    void declaresFilesOfOtherVersions() {
        assertThat(declared(swagger2())).isEqualTo(FILE);
        assertThat(declared(document("3.0.3", BINARY, ""))).isEqualTo(FILE);
        assertThat(declared(document("3.0.3", "{ nullable: true, type: string, format: binary }", "")))
                .isEqualTo(FILE + " | null");
        assertThat(declared(document("3.0.3", "{}", "file: { contentType: image/png }")))
                .isEqualTo(FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ type: string } | '' | string",
                "{ type: string, contentMediaType: text/csv } | '' | string",
                "{ type: string, contentMediaType: image/png, contentEncoding: base64 } | '' | string",
                "{ type: string, format: byte } | '' | string",
                "{} | application/json | unknown",
                "{ type: object } | application/json | { [key: string]: unknown }",
            })
    void declaresOtherPartsAsTheyAre(String property, String encoding, String declared) {
        assertThat(declared(document(property, encoding))).isEqualTo(declared);
    }

    @Test
    void takesAnUntypedPartOfVersion30AsAnyValue() {
        assertThat(declared(document("3.0.3", "{}", ""))).isEqualTo("unknown");
    }

    @Test
    void saysThatAFileIsBase64() {
        try (OpenApiSource source =
                OpenApiSource.builder("api", document(BINARY, "")).build()) {
            Catalog catalog = Catalog.of(source.load().services());
            assertThat(TypeScriptDeclarations.of(catalog)
                            .service(source.load().services().get(0)))
                    .contains("/** (file or content as base64) */\n    file?: " + FILE + ";");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audio/mpeg, audio/wav | \"eA==\" | file.mp3 | audio/mpeg",
                "image/png | \"eA==\" | file.png | image/png",
                "image/* | \"eA==\" | file | application/octet-stream",
                "'' | \"eA==\" | file | application/octet-stream",
                "'' | {\"content\":\"eA==\"} | file | application/octet-stream",
                "'' | {\"content\":\"eA==\",\"filename\":\"t.csv\"} | t.csv | text/csv",
                "'' | {\"content\":\"eA==\",\"type\":\"text/csv\"} | file.csv | text/csv",
                "'' | {\"content\":\"eA==\",\"filename\":\"t.txt\",\"type\":\"text/csv; charset=utf-8\"} | t.txt | text/csv; charset=utf-8",
                "'' | {\"content\":\"eA==\",\"filename\":\"t.unknown\"} | t.unknown | application/octet-stream",
                "audio/mpeg, audio/wav | {\"content\":\"eA==\",\"filename\":\"t.WAV\"} | t.WAV | audio/wav",
                "audio/mpeg, audio/wav | {\"content\":\"eA==\",\"filename\":\"t.txt\"} | t.txt | audio/mpeg",
                "image/* | {\"content\":\"eA==\",\"filename\":\"t.jpeg\"} | t.jpeg | image/jpeg",
                "'' | {\"content\":\"eA==\",\"filename\":\"a \\\"b\\\" ü.pdf\"} | a %22b%22 \u00c3\u00bc.pdf | application/pdf",
            })
    void sendsANameAndAMediaType(String encoding, String json, String name, String type) throws Exception {
        assertThat(parts(document(BINARY, encoding), json))
                .isEqualTo("; filename=\"" + name + "\"~Content-Type: " + type + "~~x~");
    }

    @Test
    void takesTheMediaTypeOfTheSchema() throws Exception {
        assertThat(parts(document("{ contentMediaType: image/png }", ""), "\"eA==\""))
                .isEqualTo("; filename=\"file.png\"~Content-Type: image/png~~x~");
        assertThat(parts(document("{ type: array, items: { contentMediaType: image/png } }", ""), "[\"eA==\"]"))
                .isEqualTo("; filename=\"file.png\"~Content-Type: image/png~~x~");
        assertThat(parts(document("{ type: string, contentMediaType: text/csv }", ""), "\"a,b\""))
                .isEqualTo("~Content-Type: text/csv~~a,b~");
        assertThat(parts(
                        document("{ type: string, contentMediaType: image/png, contentEncoding: base64 }", ""),
                        "\"eA==\""))
                .isEqualTo("~~eA==~");
    }

    @Test
    void sendsEachFileOfAnArray() throws Exception {
        String document = document("{ type: array, items: {} }", "");
        assertThat(parts(document, "[\"eA==\",{\"content\":\"eQ==\",\"filename\":\"y.txt\"}]"))
                .isEqualTo("; filename=\"file\"~Content-Type: application/octet-stream~~x~"
                        + "; filename=\"y.txt\"~Content-Type: text/plain~~y~");
    }

    @Test
    void sendsFilesOfVersion2() throws Exception {
        assertThat(parts(swagger2(), "{\"content\":\"eA==\",\"filename\":\"t.csv\",\"type\":\"text/csv\"}"))
                .isEqualTo("; filename=\"t.csv\"~Content-Type: text/csv~~x~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"content\":\"%\"} | 'file' must be base64 (RFC 4648, 4): it holds bytes.",
                "{\"content\":\"eA==\",\"type\":\"csv\"} | 'file' must have a 'type' such as \"text/csv\", a media type.",
                "{\"content\":\"eA==\",\"type\":\"a/b\\r\\nX: y\"} | 'file' must have a 'type' of at most 1000 characters, none of them a control character.",
                "{\"content\":\"eA==\",\"type\":\"text/csv; é\"} | 'file' must have a 'type' such as \"text/csv\", a media type.",
                "{\"content\":\"eA==\",\"filename\":\"a\\u0000b\"} | 'file' must have a 'filename' of at most 1000 characters, none of them a control character.",
            })
    void refusesWhatNoPartCanHave(String json, String message) {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(document(BINARY, ""), server, "file", Json.read(json)))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessage(message);
            assertThat(server.requests()).isEmpty();
        }
    }
}
