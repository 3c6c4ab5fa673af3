package dev.codemode.mcp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.RpcError;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SdkMessagesTest {
    private final JsonRpc json = new JsonRpc();

    static List<RpcMessage> messages() {
        return List.of(
                new RpcMessage.Request("a", "m", Map.of("b", List.of(1))),
                new RpcMessage.Notification("m", Map.of()),
                new RpcMessage.Result(1, Map.of("c", true)),
                new RpcMessage.Failure(1, new RpcError(RpcError.INVALID_PARAMS, "No.")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void keepTheContentOfAMessage(RpcMessage message) {
        assertThat(SdkMessages.read(json, of(message))).isEqualTo(message);
    }

    @Test
    void turnResultsIntoPlainValues() {
        CallToolResult result =
                CallToolResult.builder().addTextContent("42").isError(false).build();
        assertThat(SdkMessages.read(json, JSONRPCResponse.result(1, result)))
                .isEqualTo(new RpcMessage.Result(
                        1, Map.of("content", List.of(Map.of("type", "text", "text", "42")), "isError", false)));
    }

    @Test
    void readAbsentParametersAsNone() {
        assertThat(SdkMessages.read(json, new JSONRPCNotification("m")))
                .isEqualTo(new RpcMessage.Notification("m", Map.of()));
    }

    @Test
    void hideTheTextOfAFailureInside() {
        JSONRPCError error = new JSONRPCError(RpcError.INTERNAL, "jdbc:secret://password", List.of("at Secret.java"));
        assertThat(SdkMessages.read(json, JSONRPCResponse.error(1, error)))
                .isEqualTo(new RpcMessage.Failure(1, RpcError.internal()));
    }

    private static JSONRPCMessage of(RpcMessage message) {
        if (message instanceof RpcMessage.Request request) {
            return SdkMessages.of(request);
        }
        if (message instanceof RpcMessage.Notification notification) {
            return SdkMessages.of(notification);
        }
        return SdkMessages.of((RpcMessage.Response) message);
    }
}
