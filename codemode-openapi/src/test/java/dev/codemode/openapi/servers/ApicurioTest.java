package dev.codemode.openapi.servers;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.internal.json.Json;
import dev.codemode.openapi.LoopbackServer;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.openapi.OperationFilter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Apicurio Registry 3.0, its APIs v2, v3 and Confluent's: bytes under any media type, and answers of whichever the content is. */
final class ApicurioTest {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String SCHEMA = "{\"type\":\"object\"}";
    private static final String PROTOBUF = "syntax = \"proto3\";";
    private static final String VERSION = "{\"groupId\":\"g\",\"artifactId\":\"%s\",\"versionExpression\":\"1\"}";

    private static LoopbackServer server() {
        return LoopbackServer.answering(ApicurioTest::answer);
    }

    private static String answer(String request) {
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        String route = request.substring(0, request.indexOf(" HTTP/")).replaceFirst(" /apis/(registry/)?", " ");
        return switch (route) {
            case "POST v2/groups/v2/artifacts?ifExists=FAIL" ->
                response(200, JSON, "{\"id\":\"cust\",\"groupId\":\"v2\",\"type\":\"JSON\"}");
            case "GET v2/groups/v2/artifacts/cust", "GET v3/groups/g/artifacts/json/versions/1/content" ->
                response(200, JSON, SCHEMA);
            case "GET v3/groups/g/artifacts/proto/versions/1/content" ->
                response(200, "Content-Type: application/x-protobuf\r\n", PROTOBUF);
            case "POST v3/search/artifacts?limit=5" ->
                response(200, JSON, "{\"count\":" + (body.equals(SCHEMA) ? 1 : 0) + "}");
            case "GET v3/admin/export" ->
                request.contains("Accept: application/zip")
                        ? response(200, "Content-Type: application/zip\r\n", "PK\u0003\u0004")
                        : response(200, JSON, "{\"downloadId\":\"d1\",\"href\":\"/apis/registry/v3/downloads/d1\"}");
            case "POST v3/admin/import" -> response(204, "", "");
            case "POST v3/groups/g/artifacts" -> response(200, JSON, "{\"artifactId\":\"6b2f\"}");
            case "GET ccompat/v7/schemas/ids/1/schema" -> response(200, JSON, SCHEMA);
            case "POST ccompat/v7/subjects/a%2Fb/versions" ->
                response(200, "Content-Type: application/vnd.schemaregistry.v1+json\r\n", "{\"id\":7}");
            case "GET ccompat/v7/schemas/ids/9/schema" ->
                response(404, JSON, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
            default ->
                response(
                        404,
                        JSON,
                        "{\"title\":\"No content exists.\",\"status\":404,\"causes\":[{\"description\":\"none\"}]}");
        };
    }

    private static Product product(String api, LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        String path = api.equals("confluent") ? "/apis/ccompat/v7" : "/apis/registry/" + api;
        return Product.of(
                "apicurio-" + api + ".yaml", server, builder -> options.apply(builder.baseUrl(server.url() + path)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sendsContentOfAnyTypeAsTheBytesThatItIs() {
        try (LoopbackServer server = server();
                Product product = product("v2", server, builder -> builder)) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.declared("createArtifact"))
                    .isEqualTo("api.createArtifact({ groupId: string; \"X-Registry-ArtifactType\"?: string;"
                            + " \"X-Registry-ArtifactId\"?: string; ifExists?: \"FAIL\" | \"UPDATE\" | \"RETURN\" |"
                            + " \"RETURN_OR_UPDATE\"; body: string | { content: string; type?: string } }):"
                            + " Promise<ArtifactMetaData>");
            assertThat(product.call(
                            "createArtifact",
                            "{\"groupId\":\"v2\",\"X-Registry-ArtifactId\":\"cust\",\"X-Registry-ArtifactType\":\"JSON\","
                                    + "\"ifExists\":\"FAIL\",\"body\":\"" + base64(SCHEMA) + "\"}"))
                    .isEqualTo("{\"id\":\"cust\",\"groupId\":\"v2\",\"type\":\"JSON\"}");
            assertThat(server.requestLine()).isEqualTo("POST /apis/registry/v2/groups/v2/artifacts?ifExists=FAIL");
            assertThat(server.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(server.header("X-Registry-ArtifactId")).isEqualTo("cust");
            assertThat(server.header("X-Registry-ArtifactType")).isEqualTo("JSON");
            assertThat(server.body()).isEqualTo(SCHEMA);
        }
    }

    @Test
    void sendsContentWithTheMediaTypeThatTheScriptGives() {
        try (LoopbackServer server = server();
                Product product = product("v3", server, builder -> builder)) {
            assertThat(product.call(
                            "searchArtifactsByContent",
                            "{\"limit\":5,\"body\":{\"content\":\"" + base64(SCHEMA)
                                    + "\",\"type\":\"application/json\"}}"))
                    .isEqualTo("{\"count\":1}");
            assertThat(server.header("Content-Type")).isEqualTo("application/json");
            assertThat(server.body()).isEqualTo(SCHEMA);
        }
    }

    @Test
    void refusesContentThatIsNotBase64() {
        try (LoopbackServer server = server();
                Product product = product("v3", server, builder -> builder)) {
            assertThat(product.failure("searchArtifactsByContent", "{\"limit\":5,\"body\":" + Json.write(SCHEMA) + "}"))
                    .isEqualTo("api.searchArtifactsByContent: 'body' must be base64 (RFC 4648, 4): it holds bytes.");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void returnsContentAsBase64WhateverItIs() {
        try (LoopbackServer server = server();
                Product old = product("v2", server, builder -> builder);
                Product product = product("v3", server, builder -> builder)) {
            assertThat(product.signature("getArtifactVersionContent")).isEqualTo("""
                            /**
                             * GET /groups/{groupId}/artifacts/{artifactId}/versions/{versionExpression}/content
                             * @returns The content (base64)
                             */
                            api.getArtifactVersionContent(args: { groupId: string; artifactId: string; versionExpression: string }): Promise<string>""");
            assertThat(product.call("getArtifactVersionContent", VERSION.formatted("json")))
                    .isEqualTo('"' + base64(SCHEMA) + '"');
            assertThat(product.call("getArtifactVersionContent", VERSION.formatted("proto")))
                    .isEqualTo('"' + base64(PROTOBUF) + '"');
            assertThat(old.call("getLatestArtifact", "{\"groupId\":\"v2\",\"artifactId\":\"cust\"}"))
                    .isEqualTo('"' + base64(SCHEMA) + '"');
        }
    }

    @Test
    void letsAScriptChooseBetweenALinkAndTheFile() {
        try (LoopbackServer server = server();
                Product product = product("v3", server, builder -> builder)) {
            assertThat(product.declared("exportData"))
                    .isEqualTo("api.exportData({ accept?: \"application/json\" | \"application/zip\" }): Promise<{"
                            + " downloadId?: string; href?: string; [key: string]: unknown } | string>");
            assertThat(product.call("exportData", "{}"))
                    .isEqualTo("{\"downloadId\":\"d1\",\"href\":\"/apis/registry/v3/downloads/d1\"}");
            assertThat(product.call("exportData", "{\"accept\":\"application/zip\"}"))
                    .isEqualTo("\"UEsDBA==\"");
            assertThat(product.call("importData", "{\"body\":\"UEsDBA==\"}")).isEqualTo("null");
            assertThat(server.header("Content-Type")).isEqualTo("application/zip");
            assertThat(server.body()).isEqualTo("PK\u0003\u0004");
        }
    }

    @Test
    void letsTheServerMakeAnIdWhereTheHostTrustsIt() {
        String arguments = "{\"groupId\":\"g\",\"artifactType\":\"JSON\"}";
        try (LoopbackServer server = server();
                Product strict = product("v3", server, builder -> builder);
                Product product = product(
                        "v3",
                        server,
                        builder -> builder.argumentCheck(OperationFilter.id("createArtifact"), ArgumentCheck.ADVISE))) {
            assertThat(strict.failure("createArtifact", arguments))
                    .isEqualTo(
                            "api.createArtifact: 'artifactId' is missing: it must be a string that matches ^.{1,512}$ (at"
                                    + " $).");
            assertThat(product.call("createArtifact", arguments)).isEqualTo("{\"artifactId\":\"6b2f\"}");
            assertThat(server.body()).isEqualTo("{\"artifactType\":\"JSON\"}");
        }
    }

    @Test
    void returnsASchemaThatIsDeclaredAsTextAsText() {
        try (LoopbackServer server = server();
                Product product = product("confluent", server, builder -> builder)) {
            assertThat(product.declared("getSchemaContentById"))
                    .isEqualTo("api.getSchemaContentById({ id: number }): Promise<string>");
            assertThat(product.call("getSchemaContentById", "{\"id\":1}")).isEqualTo(Json.write(SCHEMA));
        }
    }

    @Test
    void sendsTheMediaTypeOfTheRegistry() {
        try (LoopbackServer server = server();
                Product product = product("confluent", server, builder -> builder)) {
            assertThat(product.call("registerSchema", "{\"subject\":\"a/b\",\"schema\":" + Json.write(SCHEMA) + "}"))
                    .isEqualTo("{\"id\":7}");
            assertThat(server.requestLine()).isEqualTo("POST /apis/ccompat/v7/subjects/a%2Fb/versions");
            assertThat(server.header("Content-Type")).isEqualTo("application/vnd.schemaregistry.v1+json");
            assertThat(server.header("Accept")).isEqualTo("application/vnd.schemaregistry.v1+json");
        }
    }

    @Test
    void passesOnWhyTheRegistryRefuses() {
        try (LoopbackServer server = server();
                Product product = product("v3", server, builder -> builder);
                Product confluent = product("confluent", server, builder -> builder)) {
            assertThat(product.failure("getArtifactVersionContent", VERSION.formatted("none")))
                    .isEqualTo(
                            "api.getArtifactVersionContent: The server refused the call: {\"title\":\"No content exists.\","
                                    + "\"status\":404,\"causes\":[{\"description\":\"none\"}]} (status 404)");
            assertThat(confluent.failure("getSchemaContentById", "{\"id\":9}"))
                    .isEqualTo(
                            "api.getSchemaContentById: The server refused the call: {\"error_code\":40403,\"message\":\"Schema"
                                    + " not found\"} (status 404)");
        }
    }
}
