package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.RpcError;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.Map;
import java.util.Objects;

/** Our messages as the SDK's, and the SDK's as ours. */
final class SdkMessages {
    private SdkMessages() {}

    static JSONRPCRequest of(RpcMessage.Request request) {
        return new JSONRPCRequest(request.method(), request.id(), request.params());
    }

    static JSONRPCNotification of(RpcMessage.Notification notification) {
        return new JSONRPCNotification(notification.method(), notification.params());
    }

    static JSONRPCResponse of(RpcMessage.Response response) {
        if (response instanceof RpcMessage.Failure failure) {
            RpcError error = failure.error();
            return JSONRPCResponse.error(failure.id(), new JSONRPCError(error.code(), error.message(), null));
        }
        RpcMessage.Result result = (RpcMessage.Result) response;
        return JSONRPCResponse.result(result.id(), result.value());
    }

    static McpError exception(RpcError error) {
        return McpError.builder(error.code()).message(error.message()).build();
    }

    /** Returns our message. An internal failure loses its text, which may be that of an exception. */
    static RpcMessage read(JsonRpc json, JSONRPCMessage message) {
        if (message instanceof JSONRPCRequest request) {
            return new RpcMessage.Request(request.id(), request.method(), json.members(request.params()));
        }
        if (message instanceof JSONRPCNotification notification) {
            return new RpcMessage.Notification(notification.method(), json.members(notification.params()));
        }
        JSONRPCResponse response = (JSONRPCResponse) message;
        Object id = Objects.requireNonNull(response.id(), "an answer without an id");
        if (response.error() != null) {
            return new RpcMessage.Failure(id, error(response.error()));
        }
        Object result = response.result() == null ? Map.of() : response.result();
        return new RpcMessage.Result(id, result instanceof Map ? result : json.plain(result));
    }

    private static RpcError error(JSONRPCError error) {
        return error.code() == RpcError.INTERNAL ? RpcError.internal() : new RpcError(error.code(), error.message());
    }
}
