package dev.codemode.openapi.servers;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.openapi.LoopbackServer;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.openapi.OperationFilter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Project Nessie 0.99: kinds that only a mapping names, an answer under 204, parameters without types, fields asked for in vain. */
final class NessieTest {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String COMMIT =
            "{\"commitMeta\":{\"message\":\"Add\"},\"operations\":[{\"type\":\"PUT\",\"key\":{\"elements\":"
                    + "[\"db\",\"t\"]},\"content\":{\"type\":\"ICEBERG_TABLE\",\"metadataLocation\":\"/m\"}}]}";

    private static LoopbackServer server() {
        return LoopbackServer.answering(NessieTest::answer);
    }

    private static String answer(String request) {
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        return switch (request.substring(0, request.indexOf(" HTTP/"))) {
            case "POST /api/v2/trees/feature%2Fx%40ab12/history/commit" ->
                body.contains("\"type\":\"PUT\"")
                        ? response(
                                200,
                                JSON,
                                "{\"targetBranch\":{\"type\":\"BRANCH\",\"name\":\"feature/x\",\"hash\":\"cd34\"}}")
                        : response(
                                400,
                                JSON,
                                "{\"status\":400,\"reason\":\"Bad Request\",\"message\":\"missing type id property 'type'\",\"errorCode\":\"BAD_REQUEST\"}");
            case "POST /api/v2/trees/main/history/merge" ->
                response(200, JSON, "{\"wasApplied\":true,\"resultantTargetHash\":\"ef56\"}");
            case "POST /api/v2/trees?name=dev&type=BRANCH" ->
                response(200, JSON, "{\"reference\":{\"type\":\"BRANCH\",\"name\":\"dev\",\"hash\":\"ab12\"}}");
            case "GET /api/v2/trees/main/contents/db.t" ->
                response(
                        200,
                        JSON,
                        "{\"content\":{\"type\":\"ICEBERG_TABLE\",\"id\":\"1\",\"metadataLocation\":\"/m\"}}");
            default -> response(404, JSON, "{\"status\":404,\"message\":\"Named reference not found\"}");
        };
    }

    private static Product product(LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        return Product.of("nessie.yaml", server, builder -> options.apply(builder.baseUrl(server.url())));
    }

    private static OpenApiSourceBuilder advised(OpenApiSourceBuilder builder) {
        return builder.argumentCheck(OperationFilter.id("commitV2", "getContentV2"), ArgumentCheck.ADVISE);
    }

    @Test
    void showsTheValuesThatTheMappingGivesToKinds() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.type("Operation"))
                    .isEqualTo(
                            "type Operation = { key: ContentKey; [key: string]: unknown } & (({ type: \"PUT\" } & Put) |"
                                    + " ({ type: \"UNCHANGED\" } & Unchanged) | ({ type: \"DELETE\" } & Delete));");
            assertThat(product.type("Content"))
                    .isEqualTo(
                            "type Content = ({ type: \"ICEBERG_TABLE\" } & IcebergTable) | ({ type: \"NAMESPACE\" } &"
                                    + " Namespace);");
            assertThat(product.type("Reference"))
                    .isEqualTo("type Reference = ({ type: \"BRANCH\" } & Branch) | ({ type: \"TAG\" } & Tag);");
        }
    }

    @Test
    void tellsTheTypeOfParametersThatHaveARuleOnly() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.declared("commitV2"))
                    .isEqualTo(
                            "api.commitV2({ branch: string; commitMeta: CommitMeta; operations: Operation[] }): Promise<{"
                                    + " targetBranch?: Reference; [key: string]: unknown }>");
            assertThat(product.declared("createReferenceV2"))
                    .isEqualTo(
                            "api.createReferenceV2({ name: string; type: \"BRANCH\" | \"TAG\"; body: Reference }): Promise<{"
                                    + " reference?: Reference; [key: string]: unknown }>");
        }
    }

    @Test
    void namesTheListsThatAreMissingByTheDocument() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.failure("commitV2", "{\"branch\":\"feature/x@ab12\"," + COMMIT.substring(1)))
                    .isEqualTo("api.commitV2: 'commitMeta.authors' is missing: it must be an array (at $.commitMeta);"
                            + " 'commitMeta.allSignedOffBy' is missing: it must be an array (at $.commitMeta);"
                            + " 'commitMeta.allAuthors' is missing: it must be an array (at $.commitMeta);"
                            + " 'commitMeta.parentCommitHashes' is missing: it must be an array (at $.commitMeta);"
                            + " 'commitMeta.allProperties' is missing: it must be an object (at $.commitMeta).");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void commitsToABranchWithItsHashWhereTheHostTrustsTheServer() {
        try (LoopbackServer server = server();
                Product product = product(server, NessieTest::advised)) {
            assertThat(product.call("commitV2", "{\"branch\":\"feature/x@ab12\"," + COMMIT.substring(1)))
                    .isEqualTo("{\"targetBranch\":{\"type\":\"BRANCH\",\"name\":\"feature/x\",\"hash\":\"cd34\"}}");
            assertThat(server.body()).isEqualTo(COMMIT);
            assertThat(
                            product.failure(
                                    "commitV2",
                                    "{\"branch\":\"feature/x@ab12\",\"commitMeta\":{\"message\":\"Add\"},\"operations\":[{\"key\":{\"elements\":[\"t\"]}}]}"))
                    .startsWith(
                            "api.commitV2: The server refused the call: {\"status\":400,\"reason\":\"Bad Request\","
                                    + "\"message\":\"missing type id property 'type'\",\"errorCode\":\"BAD_REQUEST\"} (status 400)");
        }
    }

    @Test
    void sendsAKeyThatTheDocumentCallsAnObjectAsText() {
        try (LoopbackServer server = server();
                Product strict = product(server, builder -> builder);
                Product product = product(server, NessieTest::advised)) {
            assertThat(strict.failure("getContentV2", "{\"ref\":\"main\",\"key\":\"db.t\"}"))
                    .isEqualTo("api.getContentV2: 'key' must be an object with elements, but was \"db.t\" (at $.key).");
            assertThat(product.call("getContentV2", "{\"ref\":\"main\",\"key\":\"db.t\"}"))
                    .isEqualTo("{\"content\":{\"type\":\"ICEBERG_TABLE\",\"id\":\"1\",\"metadataLocation\":\"/m\"}}");
            assertThat(server.requestLine()).isEqualTo("GET /api/v2/trees/main/contents/db.t");
        }
    }

    @Test
    void returnsWhatIsDeclaredUnder204AndComesWith200() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.declared("mergeV2"))
                    .isEqualTo("api.mergeV2({ branch: string; fromRefName: string; fromHash?: string }):"
                            + " Promise<MergeResponse>");
            assertThat(product.call("mergeV2", "{\"branch\":\"main\",\"fromRefName\":\"dev\"}"))
                    .isEqualTo("{\"wasApplied\":true,\"resultantTargetHash\":\"ef56\"}");
        }
    }

    @Test
    void takesBackTheReferenceThatTheServerGave() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            String reference = "{\"type\":\"BRANCH\",\"name\":\"main\",\"hash\":\"ab12\"}";
            assertThat(product.call(
                            "createReferenceV2", "{\"name\":\"dev\",\"type\":\"BRANCH\",\"body\":" + reference + "}"))
                    .isEqualTo("{\"reference\":{\"type\":\"BRANCH\",\"name\":\"dev\",\"hash\":\"ab12\"}}");
            assertThat(server.body()).isEqualTo(reference);
        }
    }

    @Test
    void passesOnThatAReferenceIsNotThere() {
        try (LoopbackServer server = server();
                Product product = product(server, builder -> builder)) {
            assertThat(product.failure("mergeV2", "{\"branch\":\"none\",\"fromRefName\":\"dev\"}"))
                    .isEqualTo(
                            "api.mergeV2: The server refused the call: {\"status\":404,\"message\":\"Named reference not"
                                    + " found\"} (status 404)");
        }
    }
}
