package dev.codemode.openapi.servers;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.http.Credential;
import dev.codemode.openapi.LoopbackServer;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.openapi.OperationFilter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Directus 10.10: schemes that no operation asks for, a private server, files with names and types, rules of a former syntax. */
final class DirectusTest {
    private static final String JSON = "Content-Type: application/json; charset=utf-8\r\n";
    private static final String SYNTAX = "^(\\[[^\\[\\]]*?\\]){1}(\\[(eq|neq|lt|gt|in)\\])?=.*?$";
    private static final String CSV = "dGl0bGUscHJpY2UKQSwx";

    private static LoopbackServer server() {
        return LoopbackServer.answering(DirectusTest::answer);
    }

    private static String answer(String request) {
        if (!request.contains("\r\nAuthorization: Bearer s3cret\r\n")) {
            return response(
                    401,
                    JSON,
                    "{\"errors\":[{\"message\":\"Invalid user credentials.\",\"extensions\":{\"code\":\"INVALID_CREDENTIALS\"}}]}");
        }
        return switch (request.substring(0, request.indexOf(" HTTP/"))) {
            case "GET /users/me" -> response(200, JSON, "{\"data\":{\"id\":\"u1\",\"email\":null}}");
            case "POST /utils/import/articles" ->
                request.contains("\r\nContent-Type: text/csv\r\n")
                        ? response(200, "", "")
                        : response(
                                415,
                                JSON,
                                "{\"errors\":[{\"message\":\"Unsupported media type \\\"application/octet-stream\\\" in file import.\","
                                        + "\"extensions\":{\"code\":\"UNSUPPORTED_MEDIA_TYPE\"}}]}");
            case "GET /assets/t.json" -> response(200, "Content-Type: application/octet-stream\r\n", "{\"a\":1}");
            case "POST /files" -> response(200, JSON, "{\"data\":{\"id\":\"f1\"}}");
            case "GET /server/info" -> response(200, JSON, "{\"data\":{\"project\":{\"project_name\":\"Directus\"}}}");
            default ->
                request.startsWith("GET /items/articles?filter=%7B")
                        ? response(200, JSON, "{\"data\":[{\"id\":2,\"title\":\"B\"}]}")
                        : response(
                                400,
                                JSON,
                                "{\"errors\":[{\"message\":\"Invalid query.\",\"extensions\":{\"code\":\"INVALID_QUERY\"}}]}");
        };
    }

    private static Product product(LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        return Product.of(
                "directus.json",
                server,
                builder -> options.apply(
                        builder.baseUrl(server.url()).credential("Auth", Credential.apiKey("Bearer s3cret"))));
    }

    @Test
    void sendsTheCredentialThatTheHostNamesWhereTheDocumentAsksForNone() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.call("getMe", "{}")).isEqualTo("{\"data\":{\"id\":\"u1\",\"email\":null}}");
            assertThat(server.requestLine()).isEqualTo("GET /users/me");
            assertThat(server.header("Authorization")).isEqualTo("Bearer s3cret");
        }
    }

    @Test
    void saysThatTheHostHasGivenNoCredentials() {
        try (LoopbackServer server = server();
                Product product = Product.of("directus.json", server, builder -> builder.baseUrl(server.url()))) {
            assertThat(product.failure("getMe", "{}"))
                    .isEqualTo(
                            "api.getMe: The server refused the call: {\"errors\":[{\"message\":\"Invalid user credentials.\","
                                    + "\"extensions\":{\"code\":\"INVALID_CREDENTIALS\"}}]} The host sent no credentials with this call."
                                    + " (status 401)");
            assertThat(server.header("Authorization")).isEmpty();
        }
    }

    @Test
    void saysThatTheDocumentHasOtherSchemes() {
        assertThat(Product.issues(
                        "directus.json",
                        builder -> builder.baseUrl("http://127.0.0.1:18085")
                                .credential("auth", Credential.apiKey("Bearer s3cret"))))
                .containsExactly("credential 'auth': The document has no security scheme of this name. It has: Auth,"
                        + " KeyAuth.");
    }

    @Test
    void saysThatThePrivateServerOfTheDocumentIsRefused() {
        try (LoopbackServer server = server();
                Product product = Product.of("directus.json", server, builder -> builder);
                Product permitted = Product.of("directus.json", server, OpenApiSourceBuilder::allowPrivateAddresses)) {
            assertThat(product.issues())
                    .containsExactly("servers: No request goes to the document's server '" + server.url()
                            + "': its address is private. If it is yours, set baseUrl to it, or set"
                            + " allowPrivateAddresses.");
            assertThat(product.failure("getMe", "{}"))
                    .isEqualTo("api.getMe: The request was not sent: its server is at an address that the host does not"
                            + " permit.");
            assertThat(server.requests()).isEmpty();
            assertThat(permitted.issues()).isEmpty();
            permitted.failure("getMe", "{}");
            assertThat(server.requestLine()).isEqualTo("GET /users/me");
        }
    }

    @Test
    void importsAFileByItsNameOrItsType() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.declared("import"))
                    .isEqualTo(
                            "api.import({ collection: string; file?: string | { content: string; filename?: string; type?:"
                                    + " string } }): Promise<unknown>");
            for (String file : new String[] {"\"filename\":\"x.csv\"", "\"type\":\"text/csv\""}) {
                assertThat(product.call(
                                "import",
                                "{\"collection\":\"articles\",\"file\":{\"content\":\"" + CSV + "\"," + file + "}}"))
                        .isEqualTo("null");
                assertThat(server.body()).contains("\r\n\r\ntitle,price\nA,1\r\n--");
            }
            assertThat(product.failure("import", "{\"collection\":\"articles\",\"file\":\"" + CSV + "\"}"))
                    .isEqualTo(
                            "api.import: The server refused the call: {\"errors\":[{\"message\":\"Unsupported media type"
                                    + " \\\"application/octet-stream\\\" in file import.\",\"extensions\":{\"code\":"
                                    + "\"UNSUPPORTED_MEDIA_TYPE\"}}]} (status 415)");
        }
    }

    @Test
    void returnsAnAssetThatIsDeclaredAsTextAsText() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.declared("getAsset")).isEqualTo("api.getAsset({ id: string }): Promise<string>");
            assertThat(product.call("getAsset", "{\"id\":\"t.json\"}")).isEqualTo("\"{\\\"a\\\":1}\"");
        }
    }

    @Test
    void sendsWhatTheDocumentForbidsWhereTheHostTrustsTheServer() {
        String filter = "{\"filter\":[\"{\\\"title\\\":{\\\"_eq\\\":\\\"B\\\"}}\"]}";
        try (LoopbackServer server = server();
                Product strict = product(server, builder -> builder);
                Product product = product(
                        server,
                        builder -> builder.argumentCheck(
                                OperationFilter.id("readItemsArticles", "serverInfo"), ArgumentCheck.ADVISE))) {
            assertThat(strict.failure("readItemsArticles", filter))
                    .isEqualTo("api.readItemsArticles: 'filter[0]' must be a string that matches " + SYNTAX
                            + ", but was \"{\\\"title\\\":{\\\"_eq\\\":\\\"B\\\"}}\" (at $.filter[0]).");
            assertThat(strict.failure("serverInfo", "{}"))
                    .isEqualTo(
                            "api.serverInfo: 'super_admin_token' is missing: it must be an integer within ±(2^53−1) (at"
                                    + " $).");
            assertThat(server.requests()).isEmpty();
            assertThat(product.call("readItemsArticles", filter)).isEqualTo("{\"data\":[{\"id\":2,\"title\":\"B\"}]}");
            assertThat(server.requestLine())
                    .isEqualTo("GET /items/articles?filter=%7B%22title%22%3A%7B%22_eq%22%3A%22B%22%7D%7D");
            product.call("serverInfo", "{}");
            assertThat(server.requestLine()).isEqualTo("GET /server/info");
        }
    }

    @Test
    void tellsWhereArgumentsDifferWhereTheServerRefusesThem() {
        try (LoopbackServer server = server();
                Product product = product(
                        server,
                        builder ->
                                builder.argumentCheck(OperationFilter.id("readItemsArticles"), ArgumentCheck.ADVISE))) {
            assertThat(product.failure("readItemsArticles", "{\"filter\":[\"title\"]}"))
                    .isEqualTo("api.readItemsArticles: The server refused the call: {\"errors\":[{\"message\":\"Invalid"
                            + " query.\",\"extensions\":{\"code\":\"INVALID_QUERY\"}}]} (status 400). The arguments differ"
                            + " from the declaration: 'filter[0]' must be a string that matches " + SYNTAX
                            + ", but was \"title\" (at $.filter[0]).");
        }
    }

    @Test
    void sendsWhatAnOverlayMakesOfTheDocument() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder.overlay(Product.file("directus-overlay.yaml")))) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.call(
                            "readItemsArticles",
                            "{\"filter\":\"{\\\"title\\\":{\\\"_eq\\\":\\\"B\\\"}}\",\"sort\":[\"-id\",\"title\"]}"))
                    .isEqualTo("{\"data\":[{\"id\":2,\"title\":\"B\"}]}");
            assertThat(server.requestLine())
                    .isEqualTo(
                            "GET /items/articles?filter=%7B%22title%22%3A%7B%22_eq%22%3A%22B%22%7D%7D&sort=-id,title");
            product.call(
                    "createFile", "{\"title\":\"T\",\"file\":{\"content\":\"" + CSV + "\",\"filename\":\"x.csv\"}}");
            assertThat(server.header("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(server.body()).contains("; name=\"file\"; filename=\"x.csv\"\r\nContent-Type: text/csv\r\n\r\n");
        }
    }
}
