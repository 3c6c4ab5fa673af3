package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.http.Credential;
import java.util.List;
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
                            DOCUMENT, server, builder -> TOKEN.apply(builder).server(other.url())))
                    .isEqualTo(8L);
            assertThat(other.requests().get(0)).doesNotContain("secret-token");
        }
    }

    private static final String ELSEWHERE = "The server redirects to another server, which the host does not permit.";

    @Test
    void followsNothingToAServerThatTheHostDoesNotName() {
        try (LoopbackServer other = LoopbackServer.ok("8");
                LoopbackServer server = LoopbackServer.answering(to(302, other.url() + "/items"))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server, TOKEN)).hasMessage(ELSEWHERE);
            assertThatThrownBy(() -> TestApi.call(
                            DOCUMENT, server, builder -> TOKEN.apply(builder).allowPrivateAddresses()))
                    .hasMessage(ELSEWHERE);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void followsNothingToAPrivateAddress() {
        try (LoopbackServer server = LoopbackServer.answering(to(302, "http://169.254.169.254/latest/meta-data"))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server, TOKEN)).hasMessage(ELSEWHERE);
        }
    }

    @Test
    void givesNoCredentialsBackToAChainThatHasLeftItsOrigin() throws Exception {
        String json = response(200, "Content-Type: application/json\r\n", "7");
        for (String place : List.of("header", "query", "cookie")) {
            String document =
                    DOCUMENT.replace("type: http, scheme: bearer", "type: apiKey, name: api_key, in: " + place);
            try (LoopbackServer other = LoopbackServer.answering(
                            request -> request.startsWith("GET /steal?x=1") ? json : to(302, "/steal?x=1"));
                    LoopbackServer server = LoopbackServer.answering(to(302, other.url() + "/steal"))) {
                TestApi.call(
                        document,
                        server,
                        builder -> builder.credential("token", Credential.apiKey("SECRET-OF-THE-HOST"))
                                .server(other.url()));
                assertThat(server.requests()).hasSize(1).allMatch(request -> request.contains("SECRET-OF-THE-HOST"));
                assertThat(other.requests()).hasSize(2).noneMatch(request -> request.contains("SECRET"));
            }
        }
    }

    @Test
    void givesNoCredentialsBackToAChainThatComesHome() throws Exception {
        String document = DOCUMENT.replace("type: http, scheme: bearer", "type: apiKey, name: api_key, in: query");
        String json = response(200, "Content-Type: application/json\r\n", "7");
        String[] home = new String[1];
        try (LoopbackServer other = LoopbackServer.answering(request -> to(302, home[0] + "/items/"));
                LoopbackServer server = LoopbackServer.answering(request -> request.startsWith("GET /items?")
                        ? to(302, "/public/echo")
                        : request.startsWith("GET /public/echo ")
                                ? to(302, "/public/echo/")
                                : request.startsWith("GET /public/echo/") ? to(302, other.url() + "/") : json)) {
            home[0] = server.url();
            TestApi.call(
                    document,
                    server,
                    builder -> builder.credential("token", Credential.apiKey("SECRET-OF-THE-HOST"))
                            .server(other.url()));
            assertThat(server.requests())
                    .extracting(request -> request.substring(0, request.indexOf(" HTTP/")))
                    .containsExactly(
                            "GET /items?api_key=SECRET-OF-THE-HOST",
                            "GET /public/echo",
                            "GET /public/echo/",
                            "GET /items/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "http://user@127.0.0.1/", "http://[", "gopher:x"})
    void followsNothingButHttp(String location) {
        try (LoopbackServer server = LoopbackServer.answering(to(302, location))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server, TOKEN))
                    .hasMessage("The server redirects to a place where no request may go.");
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
                    .hasMessage("The server redirects the request, which is followed only for GET and HEAD.");
            assertThat(server.requests()).hasSize(1);
        }
    }
}
