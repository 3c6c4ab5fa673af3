package dev.codemode.openapi.servers;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.http.Credential;
import dev.codemode.openapi.LoopbackServer;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.openapi.OperationFilter;
import dev.codemode.sandbox.HostReply;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** PowerDNS Authoritative 4.7: Swagger 2.0 without a host, texts that come as objects, fields that must not be sent. */
final class PowerDnsTest {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String EXAMPLE = "\"server_id\":\"localhost\",\"zone_id\":\"example.org.\"";
    private static final String ZONE = "example.org.\t3600\tIN\tSOA\ta.misconfigured.dns.server.invalid.";

    private static LoopbackServer server() {
        return LoopbackServer.answering(PowerDnsTest::answer);
    }

    private static String answer(String request) {
        if (!request.contains("\r\nX-API-Key: s3cret\r\n")) {
            return response(401, "Content-Type: text/plain; charset=utf-8\r\n", "Unauthorized");
        }
        return switch (request.substring(0, request.indexOf(" HTTP/"))) {
            case "GET /api/v1/servers/localhost" ->
                response(
                        200,
                        JSON,
                        "{\"type\":\"Server\",\"id\":\"localhost\",\"daemon_type\":\"authoritative\",\"version\":\"4.7.3\"}");
            case "GET /api/v1/servers/localhost/zones/example.org./export" ->
                response(200, JSON, "{\"zone\": \"" + ZONE.replace("\t", "\\t") + "\"}");
            case "PUT /api/v1/servers/localhost/zones/example.org./rectify" ->
                response(200, JSON, "{\"result\": \"Rectified\"}");
            case "PATCH /api/v1/servers/localhost/zones/example.org.",
                    "DELETE /api/v1/servers/localhost/zones/example.org." -> response(204, "", "");
            case "POST /api/v1/servers/localhost/zones", "POST /api/v1/servers/localhost/zones?rrsets=false" ->
                request.contains("taken.org")
                        ? response(409, JSON, "{\"error\": \"Conflict\"}")
                        : response(201, JSON, "{\"id\":\"example.org.\",\"kind\":\"Native\"}");
            default -> response(404, "Content-Type: text/plain; charset=utf-8\r\n", "Not Found");
        };
    }

    private static Product product(LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        return Product.of(
                "powerdns.yaml",
                server,
                builder -> options.apply(builder.baseUrl(server.url() + "/api/v1")
                        .credential("APIKeyHeader", Credential.apiKey("s3cret"))));
    }

    @Test
    void saysWithWhichPathBaseUrlEnds() {
        assertThat(Product.issues("powerdns.yaml", builder -> builder))
                .containsExactly(
                        "/basePath: The document's server '/api/v1' does not say where it is. Set baseUrl; according to the"
                                + " document, it ends with '/api/v1'.");
        assertThat(Product.issues("powerdns.yaml", builder -> builder.baseUrl("http://127.0.0.1:18081")))
                .containsExactly(
                        "/basePath: According to the document, the server's path ends with '/api/v1', and that of baseUrl,"
                                + " 'http://127.0.0.1:18081', does not. If the server is not found there, add it:"
                                + " 'http://127.0.0.1:18081/api/v1'.");
    }

    @Test
    void saysThatAFilterFitsNothing() {
        assertThat(Product.issues(
                        "powerdns.yaml",
                        builder ->
                                builder.baseUrl("http://127.0.0.1:18081/api/v1").include(OperationFilter.tag("Nope"))))
                .containsExactly(
                        "include: The filters leave out all 6 operations of the document. Correct include and exclude, or"
                                + " remove them.",
                        "include[0]: It matches no operation of the document.");
    }

    @Test
    void findsTheServerBelowItsBasePath() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.call("listServer", "{\"server_id\":\"localhost\"}"))
                    .isEqualTo("{\"type\":\"Server\",\"id\":\"localhost\",\"daemon_type\":\"authoritative\","
                            + "\"version\":\"4.7.3\"}");
            assertThat(server.requestLine()).isEqualTo("GET /api/v1/servers/localhost");
        }
    }

    @Test
    void returnsTheTextOfAnswersThatAreDeclaredAsText() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.declared("axfrExportZone"))
                    .isEqualTo("api.axfrExportZone({ server_id: string; zone_id: string }): Promise<string>");
            assertThat(product.call("axfrExportZone", "{" + EXAMPLE + "}"))
                    .isEqualTo("\"{\\\"zone\\\": \\\"" + ZONE.replace("\t", "\\\\t") + "\\\"}\"");
            assertThat(product.call("rectifyZone", "{" + EXAMPLE + "}"))
                    .isEqualTo("\"{\\\"result\\\": \\\"Rectified\\\"}\"");
        }
    }

    @Test
    void namesTheFieldsThatAreMissingByTheDocument() {
        String deletion =
                "{" + EXAMPLE + ",\"rrsets\":[{\"name\":\"a.example.org.\",\"type\":\"A\",\"changetype\":\"DELETE\"}]}";
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.failure("patchZone", deletion))
                    .isEqualTo("api.patchZone: 'rrsets[0].ttl' is missing: it must be an integer within ±(2^53−1) (at"
                            + " $.rrsets[0]); 'rrsets[0].records' is missing: it must be an array (at $.rrsets[0]).");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void sendsWhatTheDocumentForbidsWhereTheHostTrustsTheServer() {
        String rrsets = "[{\"name\":\"a.example.org.\",\"type\":\"A\",\"changetype\":\"DELETE\"}]";
        try (LoopbackServer server = server();
                Product product = product(
                        server,
                        builder -> builder.argumentCheck(OperationFilter.id("patchZone"), ArgumentCheck.ADVISE))) {
            assertThat(product.call("patchZone", "{" + EXAMPLE + ",\"rrsets\":" + rrsets + "}"))
                    .isEqualTo("null");
            assertThat(server.requestLine()).isEqualTo("PATCH /api/v1/servers/localhost/zones/example.org.");
            assertThat(server.body()).isEqualTo("{\"rrsets\":" + rrsets + "}");
        }
    }

    @Test
    void takesTheBodyAsAWholeWhereItsFieldsClashWithParameters() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.declared("createZone"))
                    .isEqualTo("api.createZone({ server_id: string; rrsets?: boolean; body: Zone }): Promise<Zone>");
            product.call(
                    "createZone",
                    "{\"server_id\":\"localhost\",\"rrsets\":false,\"body\":{\"name\":\"example.org.\",\"kind\":\"Native\"}}");
            assertThat(server.requestLine()).isEqualTo("POST /api/v1/servers/localhost/zones?rrsets=false");
            assertThat(server.body()).isEqualTo("{\"name\":\"example.org.\",\"kind\":\"Native\"}");
        }
    }

    @Test
    void passesOnWhatTheServerRefuses() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.failure(
                            "createZone", "{\"server_id\":\"localhost\",\"body\":{\"name\":\"taken.org.\"}}"))
                    .isEqualTo("api.createZone: The server refused the call: {\"error\":\"Conflict\"} (status 409)");
            assertThat(product.failure("listServer", "{\"server_id\":\"elsewhere\"}"))
                    .isEqualTo("api.listServer: The server refused the call: Not Found (status 404)");
        }
    }

    @Test
    void showsNoKeyThatTheServerRefuses() {
        try (LoopbackServer server = server();
                Product product =
                        product(server, builder -> builder.credential("APIKeyHeader", Credential.apiKey("wr0ng")))) {
            assertThat(product.failure("listServer", "{\"server_id\":\"localhost\"}"))
                    .isEqualTo(
                            "api.listServer: The server refused the call: Unauthorized. The host's credentials were not"
                                    + " accepted. (status 401)");
            assertThat(server.header("X-API-Key")).isEqualTo("wr0ng");
        }
    }

    @Test
    void sparesADatabaseThatTakesOneWriteAtATime() {
        AtomicInteger running = new AtomicInteger();
        LoopbackServer locked = LoopbackServer.answering(request -> {
            boolean alone = running.incrementAndGet() == 1;
            Thread.yield();
            running.decrementAndGet();
            return alone ? response(204, "", "") : response(500, JSON, "{\"error\": \"database is locked\"}");
        });
        try (locked;
                Product product = product(locked, builder -> builder.maxConcurrentCalls(1))) {
            assertThat(product.replies("deleteZone", Collections.nCopies(40, "{" + EXAMPLE + "}")))
                    .hasSize(40)
                    .containsOnly(new HostReply.Fulfilled("null"));
        }
    }
}
