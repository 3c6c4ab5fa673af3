package dev.codemode.openapi.servers;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.http.Credential;
import dev.codemode.openapi.CapturedLog;
import dev.codemode.openapi.LoopbackServer;
import org.junit.jupiter.api.Test;

/** Unleash 6.4: closed schemas, JSON Patch, names that need encoding, errors with details. */
final class UnleashTest {
    private static final String JSON = "Content-Type: application/json; charset=utf-8\r\n";
    private static final String ERROR =
            "{\"id\":\"9f1\",\"name\":\"BadDataError\",\"message\":\"Request validation failed\","
                    + "\"details\":[{\"message\":\"\\\"name\\\" must be URL friendly\",\"path\":\"name\"}]}";

    private static LoopbackServer server() {
        return LoopbackServer.answering(UnleashTest::answer);
    }

    private static String answer(String request) {
        if (!request.contains("\r\nAuthorization: *:*.s3cret\r\n")) {
            return response(
                    401,
                    JSON,
                    "{\"id\":\"7c2\",\"name\":\"AuthenticationRequired\",\"message\":\"You must log in to use"
                            + " Unleash.\"}");
        }
        return switch (request.substring(0, request.indexOf(" HTTP/"))) {
            case "POST /api/admin/projects/default/features" ->
                request.contains("\"not friendly\"")
                        ? response(400, JSON, ERROR)
                        : response(200, JSON, "{\"name\":\"dark-mode\",\"type\":\"release\",\"createdAt\":null}");
            case "PATCH /api/admin/projects/team%20a%2Fb%3Fc%3Dd/features/dark-mode" ->
                response(200, JSON, "{\"name\":\"dark-mode\",\"description\":\"Dark\"}");
            case "POST /api/admin/projects/default/features/dark-mode/environments/development/on" ->
                response(200, "", "");
            case "DELETE /api/admin/projects/default/features/dark-mode" -> response(202, "", "");
            default ->
                response(
                        404, JSON, "{\"id\":\"3d8\",\"name\":\"NotFoundError\",\"message\":\"No feature flag found\"}");
        };
    }

    private static Product product(LoopbackServer server, String key) {
        return Product.of(
                "unleash.yaml",
                server,
                builder -> builder.baseUrl(server.url()).credential("apiKey", Credential.apiKey(key)));
    }

    @Test
    void declaresClosedSchemasAsClosed() {
        try (LoopbackServer server = server();
                Product product = product(server, "*:*.s3cret")) {
            assertThat(product.issues()).isEmpty();
            assertThat(product.signature("createFeature")).isEqualTo("""
                            /**
                             * POST /api/admin/projects/{projectId}/features (writes)
                             * @returns The flag
                             */
                            api.createFeature(args: {
                              projectId: string;
                              name: string;
                              type?: "experiment" | "kill-switch" | "release" | "operational" | "permission";
                              description?: string | null;
                              impressionData?: boolean;
                            }): Promise<FeatureSchema>""");
            assertThat(product.type("FeatureSchema")).isEqualTo("""
                            interface FeatureSchema {
                              name: string;
                              type?: string;
                              description?: string | null;
                              /** (date-time) */
                              createdAt?: string | null;
                              variants?: { name: string; weight?: number }[];
                            }""");
            assertThat(
                            product.failure(
                                    "createFeature",
                                    "{\"projectId\":\"default\",\"name\":\"dark-mode\",\"type\":\"killswitch\",\"colour\":\"red\"}"))
                    .isEqualTo("api.createFeature: 'type' must be one of \"experiment\", \"kill-switch\", \"release\","
                            + " \"operational\", \"permission\", but was \"killswitch\" (at $.type); the argument has no"
                            + " property 'colour' (at $; known: projectId, name, type, description, impressionData).");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void sendsTheKeyAsItIs() {
        try (LoopbackServer server = server();
                Product product = product(server, "*:*.s3cret")) {
            assertThat(
                            product.call(
                                    "createFeature",
                                    "{\"projectId\":\"default\",\"name\":\"dark-mode\",\"type\":\"release\",\"description\":null}"))
                    .isEqualTo("{\"name\":\"dark-mode\",\"type\":\"release\",\"createdAt\":null}");
            assertThat(server.header("Authorization")).isEqualTo("*:*.s3cret");
            assertThat(server.body()).isEqualTo("{\"name\":\"dark-mode\",\"type\":\"release\",\"description\":null}");
        }
    }

    @Test
    void sendsAPatchToAProjectWhoseNameNeedsEncoding() {
        String patch =
                "[{\"op\":\"replace\",\"path\":\"/description\",\"value\":\"Dark\"},{\"op\":\"add\",\"path\":\"/stale\",\"value\":null}]";
        try (LoopbackServer server = server();
                Product product = product(server, "*:*.s3cret")) {
            assertThat(product.declared("patchFeature"))
                    .isEqualTo("api.patchFeature({ projectId: string; featureName: string; body: PatchesSchema }):"
                            + " Promise<FeatureSchema>");
            assertThat(product.call(
                            "patchFeature",
                            "{\"projectId\":\"team a/b?c=d\",\"featureName\":\"dark-mode\",\"body\":" + patch + "}"))
                    .isEqualTo("{\"name\":\"dark-mode\",\"description\":\"Dark\"}");
            assertThat(server.requestLine())
                    .isEqualTo("PATCH /api/admin/projects/team%20a%2Fb%3Fc%3Dd/features/dark-mode");
            assertThat(server.body()).isEqualTo(patch);
        }
    }

    @Test
    void takesAnswersWithoutABodyForDone() {
        String flag = "{\"projectId\":\"default\",\"featureName\":\"dark-mode\"";
        try (LoopbackServer server = server();
                Product product = product(server, "*:*.s3cret")) {
            assertThat(product.call("toggleFeatureEnvironmentOn", flag + ",\"environment\":\"development\"}"))
                    .isEqualTo("null");
            assertThat(product.call("archiveFeature", flag + "}")).isEqualTo("null");
            assertThat(server.requestLine()).isEqualTo("DELETE /api/admin/projects/default/features/dark-mode");
        }
    }

    @Test
    void passesOnWhatEachDetailSays() {
        try (LoopbackServer server = server();
                Product product = product(server, "*:*.s3cret")) {
            assertThat(product.failure("createFeature", "{\"projectId\":\"default\",\"name\":\"not friendly\"}"))
                    .isEqualTo("api.createFeature: The server refused the call: " + ERROR + " (status 400)");
            assertThat(product.failure("archiveFeature", "{\"projectId\":\"default\",\"featureName\":\"none\"}"))
                    .isEqualTo(
                            "api.archiveFeature: The server refused the call: {\"id\":\"3d8\",\"name\":\"NotFoundError\","
                                    + "\"message\":\"No feature flag found\"} (status 404)");
        }
    }

    @Test
    void namesNoKeyThatTheServerRefuses() {
        try (LoopbackServer server = server();
                CapturedLog log = CapturedLog.start();
                Product product = product(server, "*:*.wr0ng")) {
            assertThat(product.failure("archiveFeature", "{\"projectId\":\"default\",\"featureName\":\"dark-mode\"}"))
                    .isEqualTo("api.archiveFeature: The server refused the call: {\"id\":\"7c2\",\"name\":"
                            + "\"AuthenticationRequired\",\"message\":\"You must log in to use Unleash.\"} The host's"
                            + " credentials were not accepted. (status 401)");
            assertThat(log.lines())
                    .containsExactly(
                            "WARNING 'api': " + server.url() + " refused the host's credentials with status 401,"
                                    + " first for DELETE /api/admin/projects/{projectId}/features/{featureName}");
        }
    }
}
