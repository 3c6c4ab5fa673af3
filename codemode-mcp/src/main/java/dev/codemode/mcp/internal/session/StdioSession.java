package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import io.modelcontextprotocol.spec.McpServerSession;

/** The session of the one client of a pair of streams. Thread-safe. */
public final class StdioSession {
    private final JsonRpc json;
    private final McpServerSession protocol;

    StdioSession(JsonRpc json, McpServerSession protocol) {
        this.json = json;
        this.protocol = protocol;
    }

    /**
     * Opens the session.
     *
     * @throws Refusal if the request's parameters do not fit
     */
    public void initialize(RpcMessage.Request request) {
        InitializeParameters.bind(json, request);
        Subscriptions.start(protocol.handle(SdkMessages.of(request)));
    }

    /** Carries out a request; {@code whenOver} runs once, after the answer or when there will be none. */
    public void perform(RpcMessage.Request request, RequestScope scope, Runnable whenOver) {
        Subscriptions.start(protocol.handle(SdkMessages.of(request))
                .contextWrite(scope::writeTo)
                .doFinally(signal -> whenOver.run()));
    }

    /** Takes what a client says without waiting for an answer. */
    public void accept(RpcMessage.Notification notification) {
        Subscriptions.start(protocol.handle(SdkMessages.of(notification)));
    }

    /** Takes the answer to a request of the server. */
    public void accept(RpcMessage.Response answer) {
        Subscriptions.start(protocol.handle(SdkMessages.of(answer)));
    }
}
