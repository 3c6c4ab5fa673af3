package dev.codemode.openapi.servers;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.openapi.LoopbackServer;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.openapi.OperationFilter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** WireMock 3.13: OpenAPI 3.0 at a server of '/', a union of twenty, a file without a media type, bodies that are not declared. */
final class WireMockTest {
    private static LoopbackServer server() {
        return LoopbackServer.answering(WireMockTest::answer);
    }

    private static String answer(String request) {
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        return switch (request.substring(0, request.indexOf(" HTTP/"))) {
            case "GET /__admin/files/hello.txt" -> response(200, "", "hello world\n");
            case "GET /__admin/files/pixel.bin" -> response(200, "", "\u0000\u0089PNG");
            case "POST /__admin/mappings" ->
                response(
                        201,
                        "Content-Type: application/json\r\n",
                        body.replaceFirst("^\\{", "{\"id\":\"4d7cd2b4-9d5f-4a4a-8c3e-0a53a1f1f3a1\","));
            case "POST /__admin/mappings/import", "POST /__admin/settings" -> response(200, "", "");
            default -> response(404, "", "");
        };
    }

    private static Product product(LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        return Product.of("wiremock.yaml", server, builder -> options.apply(builder.baseUrl(server.url())));
    }

    @Test
    void saysThatAServerOfOneSlashNeedsABaseUrl() {
        assertThat(Product.issues("wiremock.yaml", builder -> builder))
                .containsExactly("/servers: The document's server '/' does not say where it is. Set baseUrl.");
        assertThat(Product.issues("wiremock.yaml", builder -> builder.baseUrl("http://127.0.0.1:18082")))
                .isEmpty();
    }

    @Test
    void callsTheNameThatTheHostHasWritten() {
        try (LoopbackServer server = server();
                Product product =
                        product(server, builder -> builder.baseUrl(server.url().replace("127.0.0.1", "localhost")))) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.call("getFileById", "{\"fileId\":\"hello.txt\"}"))
                    .isEqualTo("\"hello world\\n\"");
            assertThat(server.header("Host")).startsWith("localhost:");
        }
    }

    @Test
    void returnsAFileOfNoMediaTypeAsTextOrBase64() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.call("getFileById", "{\"fileId\":\"hello.txt\"}"))
                    .isEqualTo("\"hello world\\n\"");
            assertThat(product.call("getFileById", "{\"fileId\":\"pixel.bin\"}"))
                    .isEqualTo("\"AIlQTkc=\"");
            assertThat(product.failure("getFileById", "{\"fileId\":\"none\"}"))
                    .isEqualTo("api.getFileById: The server refused the call. (status 404)");
        }
    }

    @Test
    void explainsTheOneOptionOfTwentyThatWasMeant() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.failure("createNewStubMapping", "{\"request\":{\"headers\":{\"A\":{\"equalTo\":5}}}}"))
                    .isEqualTo("api.createNewStubMapping: 'request.headers.A.equalTo' must be a string, but was 5 (at"
                            + " $.request.headers.A.equalTo).");
            assertThat(product.failure(
                            "createNewStubMapping",
                            "{\"request\":{\"bodyPatterns\":[{\"and\":[{\"matches\":true}]}]}}"))
                    .isEqualTo(
                            "api.createNewStubMapping: 'request.bodyPatterns[0].and[0].matches' must be a string, but"
                                    + " was true (at $.request.bodyPatterns[0].and[0].matches).");
            assertThat(product.failure("createNewStubMapping", "{\"request\":{\"headers\":{\"A\":\"x\"}}}"))
                    .isEqualTo(
                            "api.createNewStubMapping: 'request.headers.A' must be a value of type EqualToPattern or a"
                                    + " value of type BinaryEqualToPattern or a value of type ContainsPattern or a value of type"
                                    + " DoesNotContainPattern or a value of type RegexPattern or a value of type"
                                    + " NegativeRegexPattern or a value of type EqualToJsonPattern or a value of type"
                                    + " MatchesJsonPathPattern or 12 others, but was \"x\" (at $.request.headers.A).");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void sendsPatternsThatHoldPatterns() {
        String request =
                "{\"method\":\"GET\",\"urlPath\":\"/a\",\"headers\":{\"A\":{\"or\":[{\"equalTo\":\"x\",\"caseInsensitive\":true},"
                        + "{\"absent\":true}]}},\"bodyPatterns\":[{\"not\":{\"contains\":\"y\"}}]}";
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.call(
                            "createNewStubMapping",
                            "{\"request\":" + request + ",\"response\":{\"jsonBody\":{\"a\":1}}}"))
                    .isEqualTo("{\"id\":\"4d7cd2b4-9d5f-4a4a-8c3e-0a53a1f1f3a1\",\"request\":" + request
                            + ",\"response\":{\"jsonBody\":{\"a\":1}}}");
            assertThat(server.header("Content-Type")).isEqualTo("application/json");
        }
    }

    @Test
    void sendsWhatTheDocumentForbidsWhereTheHostTrustsTheServer() {
        try (LoopbackServer server = server();
                Product strict = product(server, builder -> builder);
                Product product = product(
                        server,
                        builder -> builder.argumentCheck(
                                OperationFilter.id("createNewStubMapping", "updateGlobalSettings"),
                                ArgumentCheck.ADVISE))) {
            assertThat(strict.failure("createNewStubMapping", "{\"response\":{\"jsonBody\":\"text\"}}"))
                    .isEqualTo("api.createNewStubMapping: 'response.jsonBody' must be an object or an array, but was"
                            + " \"text\" (at $.response.jsonBody).");
            assertThat(strict.failure("updateGlobalSettings", "{\"body\":{\"fixedDelay\":20}}"))
                    .isEqualTo("api.updateGlobalSettings: 'body' must be a value of type LogNormal or a value of type"
                            + " Uniform, but was {\"fixedDelay\":20} (at $.body).");
            assertThat(server.requests()).isEmpty();
            product.call("createNewStubMapping", "{\"response\":{\"jsonBody\":\"text\"}}");
            assertThat(server.body()).isEqualTo("{\"response\":{\"jsonBody\":\"text\"}}");
            assertThat(product.call("updateGlobalSettings", "{\"body\":{\"fixedDelay\":20}}"))
                    .isEqualTo("null");
            assertThat(server.body()).isEqualTo("{\"fixedDelay\":20}");
        }
    }

    @Test
    void sendsABodyThatAnOverlayAdds() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder.overlay(Product.file("wiremock-overlay.yaml")))) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.declared("importStubMappings"))
                    .isEqualTo("api.importStubMappings({ mappings: StubMapping[] }): Promise<unknown>");
            product.call("importStubMappings", "{\"mappings\":[{\"priority\":1}]}");
            assertThat(server.requestLine()).isEqualTo("POST /__admin/mappings/import");
            assertThat(server.body()).isEqualTo("{\"mappings\":[{\"priority\":1}]}");
        }
    }
}
