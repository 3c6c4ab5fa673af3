package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.http.Authorization;
import dev.codemode.http.Credential;
import dev.codemode.source.OperationFailedException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class CredentialsTest {
    private static final String SCHEMES = """
            securitySchemes: { bearer: { type: http, scheme: bearer }, basic: { type: http, scheme: basic }, digest: { type: http, scheme: token },
              header: { type: apiKey, in: header, name: X-Key }, query: { type: apiKey, in: query, name: key }, cookie: { type: apiKey, in: cookie, name: sid },
              client: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://auth.example.com/token", scopes: {} } } }, code: { type: oauth2, flows: {} } }""";

    static String document(String security) {
        return TestApi.document(
                "/c",
                "{ get: { operationId: call, security: " + security
                        + ", parameters: [{ name: q, in: query, schema: {} },"
                        + " { name: X-Mine, in: header, schema: {} }], responses: { \"200\": { description: OK, content: {"
                        + " application/json: { schema: {} } } } } } }",
                SCHEMES);
    }

    private static LoopbackServer called(String security, UnaryOperator<OpenApiSourceBuilder> options)
            throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document(security), server, options, "q", "1", "X-Mine", "m");
            return server;
        }
    }

    @Test
    void sendsEachKindWhereItsSchemeSays() throws Exception {
        assertThat(called("[{ bearer: [] }]", builder -> builder.credential("bearer", Credential.bearer("t0ken")))
                        .header("Authorization"))
                .isEqualTo("Bearer t0ken");
        assertThat(called("[{ basic: [] }]", builder -> builder.credential("basic", Credential.basic("ann", "pass")))
                        .header("Authorization"))
                .isEqualTo("Basic YW5uOnBhc3M=");
        assertThat(called("[{ digest: [] }]", builder -> builder.credential("digest", Credential.bearer("x")))
                        .header("Authorization"))
                .isEqualTo("Token x");
        assertThat(called("[{ header: [] }]", builder -> builder.credential("header", Credential.apiKey("k")))
                        .header("X-Key"))
                .isEqualTo("k");
        assertThat(called("[{ query: [] }]", builder -> builder.credential("query", Credential.apiKey("a&b")))
                        .requestLine())
                .isEqualTo("GET /c?q=1&key=a%26b");
        assertThat(called("[{ cookie: [] }]", builder -> builder.credential("cookie", Credential.apiKey("s")))
                        .header("Cookie"))
                .isEqualTo("sid=s");
        assertThat(called("[{ code: [] }]", builder -> builder.credential("code", Credential.bearer("o")))
                        .header("Authorization"))
                .isEqualTo("Bearer o");
    }

    @Test
    void takesTheFirstAlternativeThatItHasEverythingFor() throws Exception {
        LoopbackServer server = called(
                "[{ bearer: [], header: [] }, { query: [], header: [] }, { header: [] }]",
                builder -> builder.credential("header", Credential.apiKey("h"))
                        .credential("query", Credential.apiKey("q")));
        assertThat(server.requestLine()).isEqualTo("GET /c?q=1&key=q");
        assertThat(server.header("X-Key")).isEqualTo("h");
    }

    @Test
    void sendsNothingWhereNothingIsNeeded() throws Exception {
        assertThat(called("[]", builder -> builder.credential("bearer", Credential.bearer("t0ken")))
                        .header("Authorization"))
                .isEmpty();
    }

    @Test
    void saysThatItHasNoneThatFit() {
        try (LoopbackServer server = LoopbackServer.answering(response(401, "", ""))) {
            assertThatThrownBy(() -> TestApi.call(document("[{ bearer: [] }]"), server))
                    .hasMessage("The server refused the call. The host sent no credentials with this call.");
            assertThatThrownBy(() -> TestApi.call(document("[]"), server))
                    .hasMessage("The server refused the call. The host sent no credentials with this call.");
        }
    }

    @Test
    void asksForASecretAtEachRequest() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.ok("1");
                OpenApiSource source = OpenApiSource.builder("api", document("[{ bearer: [] }]"))
                        .baseUrl(server.url())
                        .credential("bearer", Credential.bearer(() -> "t" + count.incrementAndGet()))
                        .build()) {
            TestApi.call(source, Map.of());
            TestApi.call(source, Map.of());
            assertThat(server.header("Authorization")).isEqualTo("Bearer t2");
        }
    }

    @Test
    void asksTheAuthorizerLast() throws Exception {
        LoopbackServer server = called(
                "[{ bearer: [] }]",
                builder -> builder.credential("bearer", Credential.bearer("own"))
                        .authorizer(request -> new Authorization(
                                Map.of(
                                        "authorization",
                                        "Bearer " + request.caller().id(),
                                        "x-mine",
                                        "host"),
                                Map.of("q", request.operation() + " " + request.method()),
                                Map.of())));
        assertThat(server.header("Authorization")).isEqualTo("Bearer ann");
        assertThat(server.header("X-Mine")).isEqualTo("host");
        assertThat(server.requestLine()).isEqualTo("GET /c?q=api.call%20GET");
    }

    @Test
    void tellsAScriptNothingOfAnAuthorizersFault() {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(
                            document("[]"),
                            server,
                            builder -> builder.authorizer(request -> {
                                throw new IllegalStateException("secret detail");
                            })))
                    .hasMessage("The host could not authorise the request. It keeps the details.");
            assertThatThrownBy(() -> TestApi.call(
                            document("[]"),
                            server,
                            builder -> builder.authorizer(request -> {
                                throw new OperationFailedException("Log in first.");
                            })))
                    .hasMessage("Log in first.");
            assertThatThrownBy(() -> TestApi.call(
                            document("[]"),
                            server,
                            builder -> builder.authorizer(request -> Authorization.header("X-Key", "a\r\nb"))))
                    .hasMessage("The host could not authorise the request. It keeps the details.");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void givesNothingToAnOriginThatTheHostHasNotNamed() throws Exception {
        String document = document("[{ bearer: [] }]")
                .replace("operationId: call,", "operationId: call, servers: [{ url: OTHER }],");
        try (LoopbackServer server = LoopbackServer.ok("1");
                LoopbackServer other = LoopbackServer.ok("1")) {
            UnaryOperator<OpenApiSourceBuilder> token =
                    builder -> builder.credential("bearer", Credential.bearer("t0ken-secret"));
            String elsewhere = document.replace("OTHER", "\"" + other.url() + "\"");
            assertThatThrownBy(() -> TestApi.call(elsewhere, server, token))
                    .hasMessage("The call was not made: the host does not permit the server of this operation.");
            TestApi.call(elsewhere, server, builder -> token.apply(builder).server(other.url()));
            assertThat(other.header("Authorization")).isEqualTo("Bearer t0ken-secret");
        }
    }

    private static OpenApiSource client(LoopbackServer server, LoopbackServer tokens) {
        return OpenApiSource.builder("api", document("[{ client: [read, write] }]"))
                .baseUrl(server.url())
                .allowPrivateAddresses()
                .credential(
                        "client",
                        new Credential.ClientCredentials(
                                "id:1", () -> "s&cret", URI.create(tokens.url() + "/token"), List.of()))
                .build();
    }

    @Test
    void getsATokenAndKeepsIt() throws Exception {
        try (LoopbackServer tokens =
                        LoopbackServer.ok("{\"access_token\":\"abc\",\"token_type\":\"bearer\",\"expires_in\":3600}");
                LoopbackServer server = LoopbackServer.ok("1");
                OpenApiSource source = client(server, tokens)) {
            TestApi.call(source, Map.of());
            TestApi.call(source, Map.of());
            assertThat(server.header("Authorization")).isEqualTo("Bearer abc");
            assertThat(tokens.requests()).hasSize(1);
            assertThat(tokens.requestLine()).isEqualTo("POST /token");
            assertThat(tokens.body()).isEqualTo("grant_type=client_credentials&scope=read+write");
            assertThat(tokens.header("Authorization")).isEqualTo("Basic aWQlM0ExOnMlMjZjcmV0");
        }
    }

    @Test
    void getsAnotherTokenWhenOneIsRefused() throws Exception {
        try (LoopbackServer tokens = LoopbackServer.answering(
                        response(200, "Content-Type: application/json\r\n", "{\"access_token\":\"old\"}"),
                        response(200, "Content-Type: application/json\r\n", "{\"access_token\":\"new\"}"));
                LoopbackServer server = LoopbackServer.answering(request -> request.contains("Bearer new")
                        ? response(200, "Content-Type: application/json\r\n", "5")
                        : response(401, "", ""));
                OpenApiSource source = client(server, tokens)) {
            assertThat(TestApi.call(source, Map.of())).isEqualTo(5L);
            assertThat(tokens.requests()).hasSize(2);
        }
    }

    @Test
    void tellsAScriptNothingOfATokenServicesFault() {
        try (LoopbackServer tokens = LoopbackServer.answering(response(400, "", "{\"error\":\"secret\"}"));
                LoopbackServer server = LoopbackServer.ok("1");
                OpenApiSource source = client(server, tokens)) {
            assertThatThrownBy(() -> TestApi.call(source, Map.of()))
                    .hasMessage(
                            "The host could not authenticate with the server's token service. It keeps the details.");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void getsATokenForAnHttpBearerScheme() throws Exception {
        try (LoopbackServer tokens = LoopbackServer.ok("{\"access_token\":\"abc\"}")) {
            assertThat(called(
                                    "[{ bearer: [] }]",
                                    builder -> builder.credential(
                                            "bearer",
                                            Credential.clientCredentials("id", "s&cret", "all")
                                                    .tokenUrl(URI.create(tokens.url() + "/token"))))
                            .header("Authorization"))
                    .isEqualTo("Bearer abc");
            assertThat(tokens.body()).isEqualTo("grant_type=client_credentials&scope=all");
        }
    }

    @Test
    void sendsWhatTheHostNamesWhereTheDocumentSaysNothing() throws Exception {
        String unsaid = document("[]").replace("security: [],", "");
        for (String scheme : List.of("bearer", "code")) {
            try (LoopbackServer server = LoopbackServer.ok("1")) {
                TestApi.call(unsaid, server, builder -> builder.credential(scheme, Credential.bearer("t0ken")));
                assertThat(server.header("Authorization")).isEqualTo("Bearer t0ken");
            }
        }
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    unsaid,
                    server,
                    builder -> builder.credential("header", Credential.apiKey("k"))
                            .credential("query", Credential.apiKey("q")));
            assertThat(server.header("X-Key")).isEqualTo("k");
            assertThat(server.requestLine()).isEqualTo("GET /c?key=q");
        }
    }

    @Test
    void sendsAnOptionalCredentialThatTheHostHas() throws Exception {
        assertThat(called("[{}, { bearer: [] }]", builder -> builder.credential("bearer", Credential.bearer("t0ken")))
                        .header("Authorization"))
                .isEqualTo("Bearer t0ken");
        assertThat(called("[{}, { bearer: [] }]", builder -> builder).header("Authorization"))
                .isEmpty();
    }

    @Test
    void sendsACredentialWithEveryRequestWhateverTheDocumentSays() throws Exception {
        String without = TestApi.document("/c", "{ get: { operationId: call, responses: { \"200\": {} } } }", "");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(without, server, builder -> builder.authorization(Credential.basic("ann", "pass")));
            assertThat(server.header("Authorization")).isEqualTo("Basic YW5uOnBhc3M=");
            TestApi.call(without, server, builder -> builder.authorization("X-Api-Key", Credential.apiKey("k3y")));
            assertThat(server.header("X-Api-Key")).isEqualTo("k3y");
        }
        assertThat(called("[]", builder -> builder.authorization(Credential.bearer("always")))
                        .header("Authorization"))
                .isEqualTo("Bearer always");
        assertThat(called(
                                "[{ bearer: [] }]",
                                builder -> builder.credential("bearer", Credential.bearer("scheme"))
                                        .authorization(Credential.bearer("always")))
                        .header("Authorization"))
                .isEqualTo("Bearer always");
        try (LoopbackServer tokens = LoopbackServer.ok("{\"access_token\":\"abc\"}")) {
            assertThat(called(
                                    "[]",
                                    builder -> builder.authorization(Credential.clientCredentials("id", "s&cret")
                                            .tokenUrl(URI.create(tokens.url()))))
                            .header("Authorization"))
                    .isEqualTo("Bearer abc");
        }
    }

    @Test
    void logsNothingOfASecretThatCannotBeSent() {
        try (LoopbackServer server = LoopbackServer.ok("1");
                CapturedLog log = CapturedLog.start()) {
            for (String secret : List.of("\u20ac-SECRET-2", "SECRET\n", "")) {
                assertThatThrownBy(() -> TestApi.call(
                                document("[{ header: [] }]"),
                                server,
                                builder -> builder.credential("header", Credential.apiKey(() -> secret))))
                        .hasMessage("The host could not authorise the request. It keeps the details.");
                assertThatThrownBy(() -> TestApi.call(
                                document("[]"),
                                server,
                                builder -> builder.authorizer(request -> Authorization.header("X-Mine", secret))))
                        .hasMessage("The host could not authorise the request. It keeps the details.");
            }
            assertThat(server.requests()).isEmpty();
            assertThat(log.lines()).hasSize(6).noneMatch(line -> line.contains("SECRET"));
            assertThat(log.lines().get(0))
                    .isEqualTo("WARNING 'api': a credential for " + server.url()
                            + " cannot be sent: it has a character that" + " is not ASCII, and it is sent in a header");
        }
    }

    @Test
    void showsNoSecretInText() {
        assertThat(Authorization.bearer("secret").toString())
                .isEqualTo("Authorization[headers=[Authorization], query=[], cookies=[]]");
        assertThat(Credential.bearer("secret").toString()).doesNotContain("secret");
        assertThat(Credential.basic("ann", "secret").toString()).doesNotContain("secret");
    }
}
