package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Effect;
import dev.codemode.source.SourceIssue;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host is told of a document's servers and of its own filters, before anything is called. */
final class ServerIssuesTest {
    private static String swagger(String servers) {
        return "{\"swagger\":\"2.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"}," + servers
                + "\"paths\":{\"/a\":{\"get\":{\"operationId\":\"call\",\"responses\":{\"204\":{\"description\":\"None\"}}}}}}";
    }

    private static List<SourceIssue> issues(String document, UnaryOperator<OpenApiSourceBuilder> options) {
        try (OpenApiSource source =
                options.apply(OpenApiSource.builder("api", document)).build()) {
            return source.load().issues();
        }
    }

    @ParameterizedTest
    @CsvSource({"dbox, /dbox/a", ".evil.invalid/v1, /.evil.invalid/v1/a", "@evil.invalid, /@evil.invalid/a", ":1, /:1/a"
    })
    void joinsHostAndBasePathWithASlash(String basePath, String sent) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.response(204, "", ""))) {
            String document = swagger("\"host\":\"" + server.url().substring(7)
                    + "\",\"schemes\":[\"http\"],\"basePath\":\"" + basePath + "\",");
            try (OpenApiSource source = OpenApiSource.builder("api", document)
                    .allowPrivateAddresses()
                    .build()) {
                assertThat(source.load().issues())
                        .containsExactly(SourceIssue.warning(
                                "/basePath",
                                "'basePath' must begin with '/', but is '" + basePath
                                        + "'; it was read as if it did."));
                TestApi.call(source, TestApi.arguments());
                assertThat(server.requestLine()).isEqualTo("GET " + sent);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:80, http://127.0.0.1:80",
        "user:pw@api.example.com, user:pw@api.example.com",
        "api.example.com/v1, api.example.com/v1",
        "api.example.com evil, api.example.com evil",
        "api.example.com?x, api.example.com?x",
        "api.example.com#x, api.example.com#x"
    })
    void leavesOutAnInvalidHost(String host, String shown) {
        assertThat(issues(swagger("\"host\":\"" + host + "\",\"basePath\":\"/v2\","), builder -> builder))
                .containsExactly(
                        SourceIssue.warning(
                                "/host",
                                "'host' must be a name, optionally with a colon and a port, but is '" + shown
                                        + "'; it was left out."),
                        SourceIssue.warning(
                                "/host",
                                "The document's server '/v2' does not say where it is. Set baseUrl; according to the document, it"
                                        + " ends with '/v2'."));
    }

    @Test
    void saysWhereBaseUrlEndsByTheDocument() {
        assertThat(issues(swagger("\"basePath\":\"/api/v1\","), builder -> builder))
                .containsExactly(SourceIssue.warning(
                        "/basePath",
                        "The document's server '/api/v1' does not say where it is. Set baseUrl; according to the document, it ends"
                                + " with '/api/v1'."));
        assertThat(issues(
                        swagger("\"basePath\":\"/api/v1\","),
                        builder -> builder.baseUrl("http://127.0.0.1:18081").strict()))
                .containsExactly(SourceIssue.warning(
                        "/basePath",
                        "According to the document, the server's path ends with '/api/v1', and that of baseUrl,"
                                + " 'http://127.0.0.1:18081', does not. If the server is not found there, add it:"
                                + " 'http://127.0.0.1:18081/api/v1'."));
        assertThat(issues(
                        swagger("\"basePath\":\"/api/v1\","),
                        builder -> builder.baseUrl("http://127.0.0.1:18081/api/v1/")))
                .isEmpty();
    }

    @Test
    void takesNoInvalidSchemeOfTheDocument() {
        assertThat(issues(
                        swagger("\"host\":\"api.example.com\",\"schemes\":[\"https://evil.example/\"],"),
                        builder -> builder))
                .containsExactly(SourceIssue.warning(
                        "/host",
                        "The document's server 'wss://api.example.com' cannot be called: it does not begin with http://"
                                + " or https://. Set baseUrl."));
    }

    @Test
    void saysThatAnOperationsOwnServerCannotBeCalled() {
        String document = TestApi.document(
                "/items",
                "{ delete: { operationId: call, servers: [{ url: \"https://up_loads.example.com\" }], responses: {} } }",
                "");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(document, server))
                    .hasMessage(
                            "The call was not made: the document names a server for this operation that no request can"
                                    + " go to.");
            assertThat(server.requests()).isEmpty();
        }
        assertThat(issues(document, builder -> builder))
                .containsExactly(SourceIssue.warning(
                        "/paths/~1items/delete",
                        "The operation cannot be called. Its own server 'https://up_loads.example.com' cannot be called:"
                                + " its host 'up_loads.example.com' has an underscore, which host names cannot have (RFC"
                                + " 952). Give the server another name, or write its address."));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:18085", "http://localhost:18085", "http://10.1.2.3", "http://[fd00::1]"})
    void saysThatTheDocumentsPrivateServerIsRefused(String url) {
        String document = TestApi.document("/c", "{ get: { operationId: call, responses: {} } }", "")
                .replace("https://api.example.com", "\"" + url + "\"");
        SourceIssue issue = SourceIssue.warning(
                "servers",
                "No request goes to the document's server '" + url
                        + "': its address is private. If it is yours, set"
                        + " baseUrl to it, or set allowPrivateAddresses.");
        assertThat(issues(document, builder -> builder)).containsExactly(issue);
        assertThat(issues(document, OpenApiSourceBuilder::allowPrivateAddresses))
                .isEmpty();
        assertThat(issues(document, builder -> builder.baseUrl(url))).isEmpty();
        assertThat(issues(document, builder -> builder.server(url))).isEmpty();
    }

    @Test
    void callsAPrivateNameThatTheHostHasWritten() throws Exception {
        String document = TestApi.document("/c", "{ get: { operationId: call, responses: {} } }", "");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    document, server, builder -> builder.baseUrl(server.url().replace("127.0.0.1", "localhost")));
            assertThat(server.requestLine()).isEqualTo("GET /c");
        }
    }

    @Test
    void saysWhichFiltersFitNothing() {
        String document = TestApi.document("/c", "{ get: { operationId: call, tags: [a], responses: {} } }", "");
        String nothing = "It matches no operation of the document.";
        assertThat(issues(
                        document,
                        builder -> builder.include(OperationFilter.tag("a"))
                                .include(OperationFilter.tag("b"))
                                .exclude(OperationFilter.path("/d"))
                                .effect(OperationFilter.id("x"), Effect.READ)
                                .strict()))
                .containsExactly(
                        SourceIssue.warning("include[1]", nothing),
                        SourceIssue.warning("exclude[0]", nothing),
                        SourceIssue.warning("effects[0]", nothing));
        assertThat(issues(document, builder -> builder.include(OperationFilter.tag("Nope"))))
                .containsExactly(
                        SourceIssue.warning(
                                "include",
                                "The filters leave out the document's only operation. Correct include and exclude, or"
                                        + " remove them."),
                        SourceIssue.warning("include[0]", nothing));
        assertThat(issues(document, builder -> builder.exclude(OperationFilter.tag("a"))))
                .containsExactly(SourceIssue.warning(
                        "exclude",
                        "The filters leave out the document's only operation. Correct include and exclude, or remove"
                                + " them."));
    }
}
