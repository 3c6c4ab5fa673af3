package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionStream;

/** The session of one client, spread over many HTTP requests. Thread-safe. */
public final class StreamableSession {
    /** A stream on which the client listens. */
    public interface Listening {
        /** Ends the stream. */
        void close();
    }

    private final JsonRpc json;
    private final McpStreamableServerSession protocol;

    /** Takes over a session of the SDK. */
    public StreamableSession(JsonRpc json, McpStreamableServerSession protocol) {
        this.json = json;
        this.protocol = protocol;
    }

    /** Returns the id that the client sends with each request. */
    public String id() {
        return protocol.getId();
    }

    /** Carries out a request and answers it there; {@code whenOver} runs once, after the answer or when there will be none. */
    public void perform(RpcMessage.Request request, RequestScope scope, MessageOutlet outlet, Runnable whenOver) {
        Subscriptions.start(protocol.responseStream(new OutletTransport(json, outlet))
                .handle(SdkMessages.of(request))
                .contextWrite(scope::writeTo)
                .doFinally(signal -> whenOver.run()));
    }

    /** Takes what a client says without waiting for an answer. */
    public void accept(RpcMessage.Notification notification) {
        Subscriptions.start(protocol.accept(SdkMessages.of(notification)));
    }

    /** Takes the answer to a request of the server. */
    public void accept(RpcMessage.Response answer) {
        Subscriptions.start(protocol.accept(SdkMessages.of(answer)));
    }

    /** Makes this the outlet of messages that belong to no request. */
    public Listening listen(MessageOutlet outlet) {
        McpStreamableServerSessionStream stream = protocol.listeningStream(new OutletTransport(json, outlet));
        return stream::close;
    }

    /** Ends the session. */
    public void close() {
        protocol.close();
    }
}
