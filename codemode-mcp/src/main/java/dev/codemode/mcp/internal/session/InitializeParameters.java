package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcError;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of {@code initialize}. */
final class InitializeParameters {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private InitializeParameters() {}

    /**
     * Binds the parameters.
     *
     * @throws Refusal if they do not fit; the binder's own message would name classes
     */
    static McpSchema.InitializeRequest bind(JsonRpc json, RpcMessage.Request request) {
        try {
            if (isComplete(request.params())) {
                return json.bind(request.params(), McpSchema.InitializeRequest.class);
            }
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "A client sent parameters of 'initialize' that do not bind", e);
        }
        String message = "'initialize' needs protocolVersion, capabilities and clientInfo with a name and a version.";
        throw new Refusal(400, request.id(), new RpcError(RpcError.INVALID_PARAMS, message));
    }

    /** The SDK reads missing values as empty texts, and fails later. */
    private static boolean isComplete(Map<String, Object> params) {
        return isText(params.get("protocolVersion"))
                && params.get("clientInfo") instanceof Map<?, ?> client
                && isText(client.get("name"))
                && isText(client.get("version"));
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank();
    }
}
