package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class MaskTest {
    private static final String SECRET = "s3cr\"t/+ token";
    private static final String DOCUMENT = TestApi.document(
            "/c",
            "{ get: { operationId: call, responses: { \"200\": { description: OK, headers: { Link: { schema: {} } }, content: {"
                    + " application/json: { schema: {} } } } } } }",
            "");
    private static final UnaryOperator<OpenApiSourceBuilder> OPTIONS = builder -> builder.authorizer(request ->
            new Authorization(Map.of("Authorization", "Bearer " + SECRET), Map.of("key", "short"), Map.of()));

    private static Object call(String response) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(response)) {
            return TestApi.call(DOCUMENT, server, OPTIONS);
        }
    }

    @Test
    void masksASecretInValuesKeysAndHeaders() throws Exception {
        String json =
                "{\"echo\":\"Bearer s3cr\\\"t/+ token\",\"list\":[\"x s3cr\\u0022t\\/+ token y\"],\"s3cr\\\"t/+ token\":1}";
        assertThat(call(response(200, "Content-Type: application/json\r\nLink: <x?t=" + SECRET + ">\r\n", json)))
                .isEqualTo(Map.of(
                        "data", Map.of("echo", "***", "list", List.of("x *** y"), "***", 1L),
                        "headers", Map.of("Link", "<x?t=***>")));
    }

    @Test
    void masksItsEncodings() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        String json = "[\"" + base64 + "\",\"s3cr%22t%2F%2B%20token\",\"s3cr%22t%2F%2B+token\"]";
        assertThat(call(response(200, "Content-Type: application/json\r\n", json)))
                .isEqualTo(Map.of("data", List.of("***", "***", "***"), "headers", Map.of()));
    }

    @Test
    void masksTextBytesAndErrors() throws Exception {
        assertThat(call(response(200, "Content-Type: text/plain\r\n", "a " + SECRET)))
                .isEqualTo(Map.of("data", "a ***", "headers", Map.of()));
        assertThat(call(response(200, "Content-Type: image/png\r\n", "\u0000" + SECRET)))
                .isEqualTo(Map.of(
                        "data",
                        Base64.getEncoder().encodeToString("\u0000***".getBytes(StandardCharsets.ISO_8859_1)),
                        "headers",
                        Map.of()));
        assertThatThrownBy(() -> call(response(
                        400, "Content-Type: application/json\r\n", "{\"message\":\"no s3cr\\\"t/+ token here\"}")))
                .hasMessage("The server refused the call: {\"message\":\"no *** here\"}");
    }

    @Test
    void leavesWhatIsTooShortToBeASecret() throws Exception {
        assertThat(call(response(200, "Content-Type: application/json\r\n", "\"a short story\"")))
                .isEqualTo(Map.of("data", "a short story", "headers", Map.of()));
    }

    @Test
    void masksThePartsOfBasicCredentials() throws Exception {
        try (LoopbackServer server =
                LoopbackServer.ok("[\"cGFzc3dvcmQ6aHVudGVyMjI=\",\"password:hunter22\",\"hunter22\",\"other\"]")) {
            assertThat(TestApi.call(
                            DOCUMENT,
                            server,
                            builder -> builder.authorizer(request ->
                                    Authorization.header("Authorization", "Basic cGFzc3dvcmQ6aHVudGVyMjI="))))
                    .isEqualTo(Map.of("data", List.of("***", "***", "***", "other"), "headers", Map.of()));
        }
    }
}
