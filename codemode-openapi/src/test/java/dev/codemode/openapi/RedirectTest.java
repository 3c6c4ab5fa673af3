package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectTest {
    private static final String DOCUMENT = TestApi.document(
            "/items",
            "{ get: { operationId: call, security: [{ token: [] }], parameters: [{ name: X-Trace, in: header, schema: {} }],"
                    + " responses: { \"200\": { description: OK, content: { application/json: { schema: {} } } } } } }",
            "securitySchemes: { token: { type: http, scheme: bearer } }");
    private static final UnaryOperator<OpenApiSourceBuilder> TOKEN =
            builder -> builder.credential("token", Credential.bearer("secret-token"));

    private static String to(int status, String location) {
        return response(status, "Location: " + location + "\r\n", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void keepsCredentialsOnTheOperationsOwnPath(int status) throws Exception {
        String json = response(200, "Content-Type: application/json\r\n", "7");
        try (LoopbackServer server = LoopbackServer.answering(
                request -> request.startsWith("GET /items/ ") ? json : to(status, "/items/"))) {
            assertThat(TestApi.call(DOCUMENT, server, TOKEN, "X-Trace", "t")).isEqualTo(7L);
            assertThat(server.header("Authorization")).isEqualTo("Bearer secret-token");
            assertThat(server.header("X-Trace")).isEqualTo("t");
        }
    }

    @Test
    void takesCredentialsAndArgumentsOffOnAnotherPath() throws Exception {
        String json = response(200, "Content-Type: application/json\r\n", "7");
        try (LoopbackServer server =
                LoopbackServer.answering(request -> request.startsWith("GET /other ") ? json : to(302, "/other"))) {
            assertThat(TestApi.call(DOCUMENT, server, TOKEN, "X-Trace", "t")).isEqualTo(7L);
            assertThat(server.header("Authorization") + server.header("X-Trace"))
                    .isEmpty();
        }
    }

    @Test
    void takesCredentialsOffAcrossOrigins() throws Exception {
        try (LoopbackServer other = LoopbackServer.ok("8");
                LoopbackServer server = LoopbackServer.answering(to(302, other.url() + "/items"))) {
            assertThat(TestApi.call(
                            DOCUMENT, server, builder -> TOKEN.apply(builder).allowPrivateAddresses()))
                    .isEqualTo(8L);
            assertThat(other.requests().get(0)).doesNotContain("secret-token");
        }
    }

    @Test
    void followsNothingToAPrivateAddress() {
        try (LoopbackServer other = LoopbackServer.ok("8");
                LoopbackServer server = LoopbackServer.answering(to(302, other.url() + "/items"))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server, TOKEN))
                    .hasMessage("The request was not sent: its server is at an address that the host does not permit.");
            assertThat(other.requests()).isEmpty();
        }
        try (LoopbackServer server = LoopbackServer.answering(to(302, "http://169.254.169.254/latest/meta-data"))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server, TOKEN))
                    .hasMessage("The request was not sent: its server is at an address that the host does not permit.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "http://user@127.0.0.1/", "http://[", "gopher:x"})
    void followsNothingButHttp(String location) {
        try (LoopbackServer server = LoopbackServer.answering(to(302, location))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server, TOKEN))
                    .hasMessage("The server redirects to where no request may go.");
        }
    }

    @Test
    void followsFiveHops() {
        try (LoopbackServer server = LoopbackServer.answering(to(302, "/again"))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server))
                    .hasMessage("The server redirects more than 5 times.");
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void followsNothingAfterAWrite() {
        String document = TestApi.document("/items", "{ post: { operationId: call, responses: {} } }", "");
        try (LoopbackServer server = LoopbackServer.answering(to(307, "/items/"))) {
            assertThatThrownBy(() -> TestApi.call(document, server))
                    .hasMessage("The server redirects the request, which is followed for GET and HEAD alone.");
            assertThat(server.requests()).hasSize(1);
        }
    }
}
