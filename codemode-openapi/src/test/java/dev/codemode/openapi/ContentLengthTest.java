package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentLengthTest {
    private static String sent(String method) throws Exception {
        String document = TestApi.document(
                "/c", "{ " + method + ": { operationId: call, responses: { \"204\": { description: None } } } }", "");
        try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.response(204, "", ""))) {
            TestApi.call(document, server);
            return server.header("Content-Length") + server.header("Transfer-Encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "head", "options", "delete"})
    void announcesNoContentWhereTheMethodHasNone(String method) throws Exception {
        assertThat(sent(method)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "put", "patch"})
    void announcesThatItHasNoContentWhereTheMethodMayHaveSome(String method) throws Exception {
        assertThat(sent(method)).isEqualTo("0");
    }
}
