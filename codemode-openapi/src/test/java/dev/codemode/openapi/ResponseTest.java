package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codemode.source.OperationFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponseTest {
    private static final String LIST = TestApi.document(
            "/c",
            "{ get: { operationId: call, responses: { \"200\": { description: OK, headers: { Link: { schema: { type: string } },"
                    + " X-Other: { schema: { type: string } } }, content: { application/json: { schema: {} } } },"
                    + " \"404\": { description: Missing, content: { application/json: { schema: { type: object, properties: {"
                    + " reason: { type: string }, hint: { type: string }, trace: { type: string } } } } } } } } }",
            "");

    private static String document(String method) {
        return TestApi.document(
                "/c",
                "{ " + method
                        + ": { operationId: call, responses: { \"200\": { description: OK, content: { application/json:"
                        + " { schema: {} }, application/pdf: {} } } } } }",
                "");
    }

    private static Object result(String response) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(response)) {
            return TestApi.call(document("get"), server);
        }
    }

    private static OperationFailedException failure(String document, String response) {
        try (LoopbackServer server = LoopbackServer.answering(response)) {
            return catchThrowableOfType(OperationFailedException.class, () -> TestApi.call(document, server));
        }
    }

    @Test
    void readsJson() throws Exception {
        assertThat(result(response(200, "Content-Type: application/vnd.x+json; charset=utf-8\r\n", "{\"a\":[1,null]}")))
                .isEqualTo(Map.of("a", Arrays.asList(1L, null)));
    }

    @Test
    void readsNothingAsNull() throws Exception {
        assertThat(result(response(204, "", ""))).isNull();
        assertThat(result(response(200, "Content-Type: application/json\r\n", "")))
                .isNull();
    }

    @Test
    void readsTextInItsCharset() throws Exception {
        assertThat(result(response(200, "Content-Type: text/csv; charset=ISO-8859-1\r\n", "a,\u00fc")))
                .isEqualTo("a,ü");
        assertThat(result(response(200, "Content-Type: application/xml\r\n", "<a/>")))
                .isEqualTo("<a/>");
    }

    @Test
    void readsOtherBytesAsBase64() throws Exception {
        assertThat(result(response(200, "Content-Type: image/png\r\n", "\u0000\u00ff")))
                .isEqualTo("AP8=");
    }

    @Test
    void readsWhatIsDeclaredWhereTheServerSaysNothing() throws Exception {
        assertThat(result(response(200, "", "[1]"))).isEqualTo(List.of(1L));
    }

    @Test
    void saysThatJsonIsBroken() {
        assertThat(failure(document("get"), response(200, "Content-Type: application/json\r\n", "{\"a\":")))
                .hasMessage(
                        "The server answered with 200 and a body that is not valid JSON, or repeats a key, or nests too"
                                + " deeply.");
    }

    @Test
    void showsOnlyDeclaredHeadersOfPaging() throws Exception {
        String next = "<https://api.example.com/c?page=2>; rel=\"next\"";
        try (LoopbackServer server = LoopbackServer.answering(response(
                200, "Content-Type: application/json\r\nLink: " + next + "\r\nX-Other: 1\r\nX-Secret: 2\r\n", "[]"))) {
            assertThat(TestApi.call(LIST, server))
                    .isEqualTo(Map.of("data", List.of(), "headers", Map.of("Link", next)));
            assertThat(TestApi.call(LIST, server, builder -> builder.responseHeaders("x-other")))
                    .isEqualTo(Map.of("data", List.of(), "headers", Map.of("Link", next, "X-Other", "1")));
        }
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void decompresses() throws Exception {
        String body = new String(zipped("{\"a\":1}"), StandardCharsets.ISO_8859_1);
        assertThat(result(response(200, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", body)))
                .isEqualTo(Map.of("a", 1L));
    }

    @Test
    void boundsABody() throws Exception {
        String tooLarge = "The response is larger than 1000 bytes (limit: maxResponseBytes). Ask for less.";
        String bomb = new String(zipped("0".repeat(1_000_000)), StandardCharsets.ISO_8859_1);
        assertThat(bomb.length()).isLessThan(2_000);
        for (String answer : List.of(
                response(200, "Content-Type: text/plain\r\n", "x".repeat(1_001)),
                "HTTP/1.1 200 X\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n" + "x".repeat(100_000))) {
            try (LoopbackServer server = LoopbackServer.answering(answer)) {
                assertThatThrownBy(
                                () -> TestApi.call(document("get"), server, builder -> builder.maxResponseBytes(1_000)))
                        .hasMessage(tooLarge);
            }
        }
        try (LoopbackServer server = LoopbackServer.answering(
                response(200, "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n", bomb))) {
            assertThatThrownBy(() -> TestApi.call(document("get"), server, builder -> builder.maxResponseBytes(2_000)))
                    .hasMessage("The response is larger than 2000 bytes (limit: maxResponseBytes). Ask for less.");
        }
    }

    @Test
    void showsTheFieldsThatTheDocumentDeclaresOfAnError() {
        OperationFailedException failure = failure(
                LIST,
                response(
                        404,
                        "Content-Type: application/json\r\n",
                        "{\"reason\":\"gone\",\"hint\":\"look\\nelsewhere\",\"trace\":\"at x.Y\"}"));
        assertThat(failure)
                .hasMessage("The server refused the call: {\"reason\":\"gone\",\"hint\":\"look\\nelsewhere\"}");
        assertThat(failure.status()).hasValue(404);
        assertThat(failure.retry()).isEqualTo(OperationFailedException.Retry.NO);
    }

    @Test
    void showsWhatErrorsUsuallyHold() {
        assertThat(failure(
                        document("get"),
                        response(
                                422,
                                "Content-Type: application/problem+json\r\n",
                                "{\"title\":\"Bad\",\"errors\":[{\"field\":\"a\",\"stackTrace\":[\"x\"]}],\"path\":\"/internal\","
                                        + "\"exception\":\"x.Y\"}")))
                .hasMessage("The server refused the call: {\"title\":\"Bad\",\"errors\":[{\"field\":\"a\"}]}");
    }

    @Test
    void boundsWhatItShowsOfAnError() {
        assertThat(failure(
                        document("get"),
                        response(
                                400,
                                "Content-Type: application/json\r\n",
                                "{\"message\":\"" + "x".repeat(5_000) + "\"}")))
                .hasMessage("The server refused the call: {\"message\":\"" + "x".repeat(988) + "…");
        assertThat(failure(document("get"), response(400, "Content-Type: text/plain\r\n", "Bad\u0007 \r\n request")))
                .hasMessage("The server refused the call: Bad request");
        assertThat(failure(
                        document("get"), response(500, "Content-Type: text/html\r\n", "<h1>at x.Y.z(Y.java:1)</h1>")))
                .hasMessage("The server failed.");
    }

    @ParameterizedTest
    @CsvSource({
        "get, 400, NO",
        "get, 404, NO",
        "get, 409, NO",
        "get, 408, LATER",
        "get, 429, LATER",
        "get, 500, LATER",
        "get, 503, LATER",
        "post, 429, LATER",
        "post, 503, LATER",
        "post, 408, UNKNOWN",
        "post, 500, UNKNOWN",
        "post, 504, UNKNOWN",
        "delete, 500, UNKNOWN"
    })
    void saysWhetherARetryCanHelp(String method, int status, OperationFailedException.Retry retry) {
        assertThat(failure(document(method), response(status, "", "")).retry()).isEqualTo(retry);
    }

    @Test
    void saysHowLongToWait() {
        assertThat(failure(document("post"), response(429, "Retry-After: 90\r\n", "")))
                .hasMessage("The server refused the call. Wait 90 s before another call.");
    }

    @Test
    void asksForWhatTheDocumentDeclares() throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document("get"), server);
            assertThat(server.header("Accept")).isEqualTo("application/json");
        }
    }
}
