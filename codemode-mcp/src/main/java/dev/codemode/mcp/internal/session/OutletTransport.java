package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import reactor.core.publisher.Mono;

/** An outlet as the transport that the SDK writes to. Thread-safe. */
final class OutletTransport implements McpStreamableServerTransport {
    private final JsonRpc json;
    private final MessageOutlet outlet;

    OutletTransport(JsonRpc json, MessageOutlet outlet) {
        this.json = json;
        this.outlet = outlet;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message, String messageId) {
        return sendMessage(message);
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> outlet.send(SdkMessages.read(json, message)));
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(outlet::finish);
    }

    @Override
    @SuppressWarnings("unchecked") // the binder makes what the type says
    public <T> T unmarshalFrom(Object value, TypeRef<T> type) {
        return (T) json.bind(value, type.getType());
    }
}
