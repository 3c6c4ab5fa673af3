package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BodyTest {
    private static String document(String required, String mediaType, String schema, String encoding) {
        return TestApi.document(
                "/things/{id}",
                "{ post: { operationId: call, parameters: [{ name: id, in: path, required: true, schema: { type: string } }],"
                        + " requestBody: { required: " + required + ", content: { " + mediaType + ": { schema: "
                        + schema
                        + ", encoding: { " + encoding
                        + " } } } }, responses: { \"200\": { description: OK, content: { application/json: { schema: {} } } } } } }",
                "");
    }

    private static final String OBJECT =
            "{ type: object, properties: { name: { type: string }, list: { type: array, items: {} },"
                    + " deep: { type: object }, none: { nullable: true, type: string } } }";

    private static Object[] arguments(String json) {
        return Stream.concat(Stream.of("id", "1"), Stream.of(TestApi.argumentsOf(json)))
                .toArray();
    }

    @Test
    void writesPropertiesAsJson() throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    document("true", "application/json", OBJECT, ""),
                    server,
                    arguments("{\"name\":\"a\",\"list\":[1],\"none\":null,\"stray\":1}"));
            assertThat(server.requestLine()).isEqualTo("POST /things/1");
            assertThat(server.header("Content-Type")).isEqualTo("application/json");
            assertThat(server.body()).isEqualTo("{\"name\":\"a\",\"list\":[1],\"none\":null}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"true | application/json | {}", "false | '' | ''"})
    void writesAnEmptyObjectWhereABodyIsRequired(String required, String contentType, String body) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document(required, "application/json", OBJECT, ""), server, "id", "1");
            assertThat(server.header("Content-Type")).isEqualTo(contentType);
            assertThat(server.body()).isEqualTo(body);
        }
    }

    @Test
    void writesAWholeBody() throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    document("true", "application/merge-patch+json", "{ type: array, items: {} }", ""),
                    server,
                    arguments("{\"body\":[1,{\"a\":null}]}"));
            assertThat(server.header("Content-Type")).isEqualTo("application/merge-patch+json");
            assertThat(server.body()).isEqualTo("[1,{\"a\":null}]");
        }
    }

    @Test
    void writesOtherPropertiesWhereTheDocumentIsOpen() throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    document(
                            "true",
                            "application/json",
                            "{ type: object, additionalProperties: true, properties: { name: { type: string } } }",
                            ""),
                    server,
                    arguments("{\"name\":\"a\",\"more\":2}"));
            assertThat(server.body()).isEqualTo("{\"name\":\"a\",\"more\":2}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | {\"name\":\"a b&c=d\",\"none\":null} | name=a+b%26c%3Dd",
                "'' | {\"list\":[1,2]} | list=1&list=2",
                "'' | {\"deep\":{\"a\":{\"b\":1}}} | deep%5Ba%5D%5Bb%5D=1",
                "'' | {\"list\":[{\"a\":1},{\"a\":2}]} | list%5B0%5D%5Ba%5D=1&list%5B1%5D%5Ba%5D=2",
                "list: { style: form, explode: false } | {\"list\":[1,\"x y\"]} | list=1,x+y",
                "list: { style: spaceDelimited } | {\"list\":[1,2]} | list=1+2",
                "list: { style: pipeDelimited } | {\"list\":[1,2]} | list=1%7C2",
                "list: { style: deepObject, explode: true } | {\"list\":[1,2]} | list%5B0%5D=1&list%5B1%5D=2",
                "deep: { style: deepObject, explode: true } | {\"deep\":{\"a\":1}} | deep%5Ba%5D=1",
                "deep: { contentType: application/json } | {\"deep\":{\"a\":1}} | deep=%7B%22a%22%3A1%7D"
            })
    void writesForms(String encoding, String json, String body) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    document("true", "application/x-www-form-urlencoded", OBJECT, encoding), server, arguments(json));
            assertThat(server.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(server.body()).isEqualTo(body);
        }
    }

    @Test
    void writesFilesAndOtherParts() throws Exception {
        String schema = "{ type: object, properties: { file: { type: string, format: binary }, name: { type: string },"
                + " \"odd\\\"\\r\\nname\": { type: string }, about: { type: object }, tags: { type: array, items: { type: string } } } }";
        String file = Base64.getEncoder().encodeToString("\u0000\u0001--x\r\n".getBytes(StandardCharsets.ISO_8859_1));
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    document("true", "multipart/form-data", schema, "file: { contentType: image/png }"),
                    server,
                    arguments(
                            "{\"file\":\"" + file
                                    + "\",\"name\":\"n\",\"odd\\\"\\r\\nname\":\"o\",\"about\":{\"a\":1},\"tags\":[\"x\",\"y\"]}"));
            String type = server.header("Content-Type");
            assertThat(type).startsWith("multipart/form-data; boundary=part-");
            String boundary = "--" + type.substring(type.indexOf('=') + 1);
            assertThat(server.body().replace(boundary, "--B"))
                    .isEqualTo("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file.png\"\r\n"
                            + "Content-Type: image/png\r\n\r\n\u0000\u0001--x\r\n\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nn\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"odd%22%0D%0Aname\"\r\n\r\no\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"about\"\r\n"
                            + "Content-Type: application/json\r\n\r\n{\"a\":1}\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\nx\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\ny\r\n"
                            + "--B--\r\n");
        }
    }

    @Test
    void writesTextAndBytes() throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document("true", "text/plain", "{ type: string }", ""), server, "id", "1", "body", "ü");
            assertThat(server.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
            assertThat(server.body()).isEqualTo("\u00c3\u00bc");
            TestApi.call(
                    document("true", "application/octet-stream", "{ type: string, format: binary }", ""),
                    server,
                    "id",
                    "1",
                    "body",
                    "AP8=");
            assertThat(server.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(server.body()).isEqualTo("\u0000\u00ff");
        }
    }

    @Test
    void refusesBytesThatAreNotBase64() {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(
                            document("true", "application/octet-stream", "{}", ""), server, "id", "1", "body", "%%"))
                    .hasMessage("'body' must be base64 (RFC 4648, 4): it holds bytes.");
        }
    }
}
