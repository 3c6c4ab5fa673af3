package dev.codemode.openapi.servers;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.http.Credential;
import dev.codemode.openapi.CapturedLog;
import dev.codemode.openapi.LoopbackServer;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.openapi.TestCertificate;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alertmanager 0.25 with TLS and a password, which its own Swagger 2.0 says nothing of. */
final class AlertmanagerTest {
    private static final String JSON = "Content-Type: application/json\r\n";

    @TempDir
    static Path directory;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.in(directory);
    }

    private static LoopbackServer server() throws Exception {
        return LoopbackServer.answering(certificate.ofServer().getServerSocketFactory(), AlertmanagerTest::answer);
    }

    private static String answer(String request) {
        if (!request.contains("\r\nAuthorization: Basic YWRtaW46czNjcmV0\r\n")) {
            return response(
                    401, "Content-Type: text/plain; charset=utf-8\r\nWww-Authenticate: Basic\r\n", "Unauthorized\n");
        }
        return switch (request.substring(0, request.indexOf(" HTTP/"))) {
            case "GET /api/v2/status" -> response(200, JSON, "{\"uptime\":\"2026-11-30T07:12:09.113Z\"}\n");
            case "GET /api/v2/alerts?active=false&filter=severity%3D%22page%22&filter=team%3D~%22a%7Cb%22" ->
                response(200, JSON, "[]\n");
            case "POST /api/v2/alerts", "DELETE /api/v2/silence/8b4c1f9e-6f3d-4b52-9a55-5f4f2f6c7f10" ->
                response(200, "", "");
            case "POST /api/v2/silences" ->
                response(200, JSON, "{\"silenceID\":\"8b4c1f9e-6f3d-4b52-9a55-5f4f2f6c7f10\"}\n");
            default -> response(400, JSON, "\"bad matcher format: severity\"\n");
        };
    }

    private static Product product(LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        return Product.of(
                "alertmanager.json",
                server,
                builder -> options.apply(builder.baseUrl(server.url() + "/api/v2"))
                        .authorization(Credential.basic("admin", "s3cret")));
    }

    private static OpenApiSourceBuilder trusting(OpenApiSourceBuilder builder) {
        try {
            return builder.httpClient(
                    HttpClient.newBuilder().sslContext(certificate.ofClient()).build());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsACredentialThatTheDocumentDoesNotKnow() throws Exception {
        try (LoopbackServer server = server();
                Product product = product(server, AlertmanagerTest::trusting)) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.call("getStatus", "{}")).isEqualTo("{\"uptime\":\"2026-11-30T07:12:09.113Z\"}");
            assertThat(server.requestLine()).isEqualTo("GET /api/v2/status");
            assertThat(server.header("Authorization")).isEqualTo("Basic YWRtaW46czNjcmV0");
        }
    }

    @Test
    void saysThatTheDocumentHasNoSchemeOfTheName() {
        assertThat(Product.issues(
                        "alertmanager.json",
                        builder -> builder.baseUrl("https://127.0.0.1:18086/api/v2")
                                .credential("basicAuth", Credential.basic("admin", "s3cret"))))
                .containsExactly(
                        "credential 'basicAuth': The document has no security scheme of this name, and no other. To"
                                + " send a credential with every request, set authorization.");
    }

    @Test
    void saysThatTheHostDoesNotTrustTheCertificate() throws Exception {
        try (LoopbackServer server = server();
                CapturedLog log = CapturedLog.start();
                Product product = product(server, builder -> builder.maxRetries(2))) {
            assertThat(product.failure("getStatus", "{}"))
                    .isEqualTo("api.getStatus: The host does not trust the server's certificate. Nothing was sent.");
            assertThat(log.lines())
                    .containsExactly("WARNING 'api': " + server.url()
                            + ": the server's certificate is not trusted. Put its authority into the trust store of the"
                            + " JVM (-Djavax.net.ssl.trustStore), or write the URL with the name that the certificate is"
                            + " for");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void sendsEachFilterAsItsOwnParameter() throws Exception {
        try (LoopbackServer server = server();
                Product product = product(server, AlertmanagerTest::trusting)) {
            assertThat(product.declared("getAlerts"))
                    .isEqualTo("api.getAlerts({ active?: boolean; filter?: string[] }): Promise<Alert[]>");
            assertThat(product.call(
                            "getAlerts",
                            "{\"active\":false,\"filter\":[\"severity=\\\"page\\\"\",\"team=~\\\"a|b\\\"\"]}"))
                    .isEqualTo("[]");
        }
    }

    @Test
    void sendsAlertsAndSilences() throws Exception {
        String alerts = "[{\"labels\":{\"alertname\":\"Disk\"},\"startsAt\":\"2026-11-30T08:00:00Z\"}]";
        String silence = "{\"matchers\":[{\"name\":\"alertname\",\"value\":\"Disk\",\"isRegex\":false}],"
                + "\"startsAt\":\"2026-11-30T08:00:00Z\",\"endsAt\":\"2026-11-30T09:00:00Z\",\"createdBy\":\"ann\",\"comment\":\"moved\"}";
        try (LoopbackServer server = server();
                Product product = product(server, AlertmanagerTest::trusting)) {
            assertThat(product.call("postAlerts", "{\"body\":" + alerts + "}")).isEqualTo("null");
            assertThat(server.body()).isEqualTo(alerts);
            assertThat(product.call("postSilences", silence))
                    .isEqualTo("{\"silenceID\":\"8b4c1f9e-6f3d-4b52-9a55-5f4f2f6c7f10\"}");
            assertThat(server.body()).isEqualTo(silence);
            assertThat(product.call("deleteSilence", "{\"silenceID\":\"8b4c1f9e-6f3d-4b52-9a55-5f4f2f6c7f10\"}"))
                    .isEqualTo("null");
        }
    }

    @Test
    void passesOnATextThatSaysWhatIsWrong() throws Exception {
        try (LoopbackServer server = server();
                Product product = product(server, AlertmanagerTest::trusting)) {
            assertThat(product.failure("getAlerts", "{\"filter\":[\"severity\"]}"))
                    .isEqualTo(
                            "api.getAlerts: The server refused the call: \"bad matcher format: severity\" (status 400)");
        }
    }

    @Test
    void namesNoPasswordThatTheServerRefuses() throws Exception {
        try (LoopbackServer server = server();
                CapturedLog log = CapturedLog.start();
                Product product = Product.of(
                        "alertmanager.json",
                        server,
                        builder -> trusting(builder)
                                .baseUrl(server.url() + "/api/v2")
                                .authorization(Credential.basic("admin", "wr0ng")))) {
            assertThat(product.failure("getStatus", "{}"))
                    .isEqualTo(
                            "api.getStatus: The server refused the call: Unauthorized. The host's credentials were not"
                                    + " accepted. (status 401)");
            assertThat(log.lines())
                    .containsExactly("WARNING 'api': " + server.url()
                            + " refused the host's credentials with status 401, first for GET /status");
        }
    }
}
