package dev.codemode.openapi.servers;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.http.Credential;
import dev.codemode.openapi.CapturedLog;
import dev.codemode.openapi.LoopbackServer;
import dev.codemode.openapi.OpenApiSourceBuilder;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Keycloak 26.7, admin API v2: OpenAPI 3.1, kinds of clients, bearer tokens of a client of OAuth 2, errors with violations. */
final class KeycloakTest {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String CLIENTS = "/admin/api/shop/clients/v2";
    private static final String TOKENS = "/realms/shop/protocol/openid-connect/token";

    /** Answers as the server did, and gives tokens that are valid for that many seconds, each with a different number. */
    private static LoopbackServer server(int expiresIn) {
        int[] tokens = {0};
        return LoopbackServer.answering(request -> {
            String body = request.substring(request.indexOf("\r\n\r\n") + 4);
            if (request.startsWith("POST " + TOKENS)) {
                return request.contains("Basic YWRtaW46czNjcmV0") || body.contains("client_secret=s3cret")
                        ? response(
                                200,
                                JSON,
                                "{\"access_token\":\"t" + ++tokens[0] + "\",\"expires_in\":" + expiresIn
                                        + ",\"refresh_expires_in\":0,\"token_type\":\"Bearer\",\"scope\":\"profile\"}")
                        : response(
                                401,
                                JSON,
                                "{\"error\":\"unauthorized_client\",\"error_description\":\"Invalid client or Invalid client credentials\"}");
            }
            if (!request.contains("\r\nAuthorization: Bearer t" + tokens[0] + "\r\n")) {
                return response(401, JSON, "{\"error\":\"HTTP 401 Unauthorized\"}");
            }
            if (body.contains("not a url")) {
                return response(
                        400,
                        JSON,
                        "{\"error\":\"Provided data is invalid\",\"violations\":[\"appUrl: must be a valid URL\"]}");
            }
            return response(request.startsWith("POST") ? 201 : 200, JSON, body.isEmpty() ? "[]" : body);
        });
    }

    private static Credential client(LoopbackServer server, String secret) {
        return Credential.clientCredentials("admin", secret).tokenUrl(URI.create(server.url() + TOKENS));
    }

    private static Product product(LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        return Product.of(
                "keycloak.yaml",
                server,
                builder -> options.apply(
                        builder.baseUrl(server.url()).credential("bearer-auth", client(server, "s3cret"))));
    }

    @Test
    void showsTheFieldsOfEachKindOfClient() {
        try (LoopbackServer server = server(60);
                Product product = product(server, builder -> builder)) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.declared("createClient"))
                    .isEqualTo(
                            "api.createClient({ realmName: string; protocol?: \"openid-connect\" | \"saml\"; loginFlows?:"
                                    + " (\"STANDARD\" | \"IMPLICIT\" | \"DIRECT_GRANT\" | \"SERVICE_ACCOUNT\")[]; auth?: Auth; clientId:"
                                    + " string; displayName?: string | null; appUrl?: string; enabled?: boolean; nameIdFormat?:"
                                    + " string; signDocuments?: boolean }): Promise<BaseClientRepresentation>");
            assertThat(product.type("BaseClientRepresentation"))
                    .isEqualTo("type BaseClientRepresentation = ({ protocol?: \"openid-connect\" } &"
                            + " OIDCClientRepresentation) | ({ protocol?: \"saml\" } & SAMLClientRepresentation);");
        }
    }

    @Test
    void createsAClientOfAKind() {
        String oidc = "{\"clientId\":\"web\",\"protocol\":\"openid-connect\",\"loginFlows\":[\"STANDARD\"],"
                + "\"auth\":{\"method\":\"client-secret\",\"secret\":\"x\"}}";
        String saml = "{\"clientId\":\"old\",\"protocol\":\"saml\",\"signDocuments\":true}";
        try (LoopbackServer server = server(60);
                Product product = product(server, builder -> builder)) {
            assertThat(product.call("createClient", "{\"realmName\":\"shop\"," + oidc.substring(1)))
                    .isEqualTo(oidc);
            assertThat(server.requestLine()).isEqualTo("POST " + CLIENTS);
            assertThat(server.body()).isEqualTo(oidc);
            assertThat(product.call(
                            "createOrUpdateClient", "{\"realmName\":\"shop\",\"id\":\"old\"," + saml.substring(1)))
                    .isEqualTo(saml);
            assertThat(server.requestLine()).isEqualTo("PUT " + CLIENTS + "/old");
        }
    }

    @Test
    void sendsWhatAnOpenBodyDoesNotDeclare() {
        try (LoopbackServer server = server(60);
                Product product = product(server, builder -> builder)) {
            product.call("createClient", "{\"realmName\":\"shop\",\"clientId\":\"web\",\"roles\":[\"reader\"]}");
            assertThat(server.body()).isEqualTo("{\"clientId\":\"web\",\"roles\":[\"reader\"]}");
        }
    }

    @Test
    void patchesAClientWithNull() {
        try (LoopbackServer server = server(60);
                Product product = product(server, builder -> builder)) {
            assertThat(product.declared("patchClient"))
                    .isEqualTo("api.patchClient({ realmName: string; id: string; body: { [key: string]: unknown } }):"
                            + " Promise<BaseClientRepresentation>");
            product.call("patchClient", "{\"realmName\":\"shop\",\"id\":\"web\",\"body\":{\"displayName\":null}}");
            assertThat(server.requestLine()).isEqualTo("PATCH " + CLIENTS + "/web");
            assertThat(server.header("Content-Type")).isEqualTo("application/merge-patch+json");
            assertThat(server.body()).isEqualTo("{\"displayName\":null}");
        }
    }

    @Test
    void keepsTheTokenOfAClientAndRenewsIt() {
        try (LoopbackServer server = server(60);
                Product product = product(server, builder -> builder)) {
            product.call("getClients", "{\"realmName\":\"shop\"}");
            product.call("getClients", "{\"realmName\":\"shop\"}");
            assertThat(server.header("Authorization")).isEqualTo("Bearer t1");
            assertThat(server.requests()).hasSize(3);
        }
        try (LoopbackServer server = server(0);
                Product product = product(server, builder -> builder)) {
            product.call("getClients", "{\"realmName\":\"shop\"}");
            product.call("getClients", "{\"realmName\":\"shop\"}");
            assertThat(server.header("Authorization")).isEqualTo("Bearer t2");
        }
    }

    @Test
    void saysThatAClientNeedsATokenUrl() {
        assertThat(Product.issues(
                        "keycloak.yaml",
                        builder -> builder.baseUrl("http://127.0.0.1:18083")
                                .credential("bearer-auth", Credential.clientCredentials("admin", "s3cret"))))
                .containsExactly("credential 'bearer-auth': No token URL is known for it: set tokenUrl.");
    }

    @Test
    void saysWhichServiceGaveNoToken() {
        try (LoopbackServer server = server(60);
                CapturedLog log = CapturedLog.start();
                Product product =
                        product(server, builder -> builder.credential("bearer-auth", client(server, "wr0ng")))) {
            assertThat(product.failure("getClients", "{\"realmName\":\"shop\"}"))
                    .isEqualTo(
                            "api.getClients: The host could not authenticate with the server's token service. It keeps the"
                                    + " details.");
            assertThat(log.lines())
                    .containsExactly(
                            "WARNING 'api': no token from " + server.url() + ": status 401, unauthorized_client");
        }
    }

    @Test
    void saysThatATokenIsNotAccepted() {
        try (LoopbackServer server = server(60);
                CapturedLog log = CapturedLog.start();
                Product product =
                        product(server, builder -> builder.credential("bearer-auth", Credential.bearer("0ld")))) {
            assertThat(product.failure("getClients", "{\"realmName\":\"shop\"}"))
                    .isEqualTo(
                            "api.getClients: The server refused the call: {\"error\":\"HTTP 401 Unauthorized\"} The host's"
                                    + " credentials were not accepted. (status 401)");
            assertThat(log.lines())
                    .containsExactly("WARNING 'api': " + server.url()
                            + " refused the host's credentials with status 401, first for GET"
                            + " /admin/api/{realmName}/clients/v2");
        }
    }

    @Test
    void showsTheViolationsOfAClient() {
        try (LoopbackServer server = server(60);
                Product product = product(server, builder -> builder)) {
            assertThat(product.failure(
                            "createClient", "{\"realmName\":\"shop\",\"clientId\":\"web\",\"appUrl\":\"not a url\"}"))
                    .isEqualTo("api.createClient: The server refused the call: {\"error\":\"Provided data is invalid\","
                            + "\"violations\":[\"appUrl: must be a valid URL\"]} (status 400)");
        }
    }

    @Test
    void showsTheFieldThatTheFormerApiNames() {
        String body =
                "{\"field\":\"username\",\"errorMessage\":\"error-invalid-length\",\"params\":[\"username\",3,255]}";
        try (LoopbackServer server = LoopbackServer.answering(response(400, JSON, body));
                Product product = Product.of("keycloak-v1.yaml", server, builder -> builder.baseUrl(server.url()))) {
            assertThat(product.failure("createUser", "{\"realm\":\"shop\",\"username\":\"u1\"}"))
                    .isEqualTo("api.createUser: The server refused the call: " + body + " (status 400)");
            assertThat(server.requestLine()).isEqualTo("POST /admin/realms/shop/users");
        }
    }
}
