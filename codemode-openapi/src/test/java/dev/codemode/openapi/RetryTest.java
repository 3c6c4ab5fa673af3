package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryTest {
    private static final String OK = response(200, "Content-Type: application/json\r\n", "1");

    private static String document(String method) {
        return TestApi.document(
                "/c",
                "{ " + method
                        + ": { operationId: call, responses: { \"200\": { description: OK, content: { application/json:"
                        + " { schema: {} } } } } } }",
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "put", "delete"})
    void repeatsAnIdempotentRequest(String method) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(response(503, "", ""), response(502, "", ""), OK)) {
            assertThat(TestApi.call(document(method), server, builder -> builder.maxRetries(2)))
                    .isEqualTo(1L);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "patch"})
    void sendsAnotherRequestOnce(String method) {
        try (LoopbackServer server = LoopbackServer.answering(response(503, "", ""), OK)) {
            assertThatThrownBy(() -> TestApi.call(document(method), server, builder -> builder.maxRetries(2)))
                    .hasMessage("The server failed.");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void givesUpAfterItsRetries() {
        try (LoopbackServer server = LoopbackServer.answering(response(504, "", ""))) {
            assertThatThrownBy(() -> TestApi.call(document("get"), server, builder -> builder.maxRetries(1)))
                    .hasMessage("The server failed.");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, 1", "404, 1", "500, 1", "429, 2", "408, 2"})
    void repeatsWhatMayChange(int status, int requests) {
        try (LoopbackServer server = LoopbackServer.answering(response(status, "Retry-After: 0\r\n", ""))) {
            assertThatThrownBy(() -> TestApi.call(document("get"), server, builder -> builder.maxRetries(1)));
            assertThat(server.requests()).hasSize(requests);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "Fri, 31 Dec 2100 23:59:59 GMT"})
    void doesNotWaitAsLongAsAServerLikes(String wait) {
        try (LoopbackServer server = LoopbackServer.answering(response(429, "Retry-After: " + wait + "\r\n", ""))) {
            assertThatThrownBy(() -> TestApi.call(document("get"), server, builder -> builder.maxRetries(2)))
                    .hasMessageMatching("The server refused the call\\. Wait \\d+ s before another call\\.");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void repeatsAfterABrokenConnection() throws Exception {
        try (LoopbackServer server = LoopbackServer.answering("", OK)) {
            assertThat(TestApi.call(document("put"), server, builder -> builder.maxRetries(1)))
                    .isEqualTo(1L);
        }
    }

    @Test
    void saysThatNothingWasSent() throws Exception {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LoopbackServer unused = LoopbackServer.ok("1")) {
            String url = "http://127.0.0.1:" + closed.getLocalPort();
            closed.close();
            assertThatThrownBy(() -> TestApi.call(document("post"), unused, builder -> builder.baseUrl(url)))
                    .hasMessage("The server cannot be reached. Nothing was sent.");
        }
    }

    @Test
    void saysThatTheConnectionBroke() {
        try (LoopbackServer server = LoopbackServer.answering("")) {
            assertThatThrownBy(() -> TestApi.call(document("post"), server))
                    .hasMessage("The connection to the server broke before it answered.");
        }
    }
}
