package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import dev.codemode.mcp.internal.session.ClientRequest;
import dev.codemode.mcp.internal.session.McpMethods;
import dev.codemode.mcp.internal.session.OpenedSession;
import dev.codemode.mcp.internal.session.RequestScope;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;

/** Brings the messages of clients to their sessions. Thread-safe. */
final class InboundMessages {
    private final Function<RpcMessage.Request, OpenedSession> factory;
    private final ClientSessions sessions;
    private final Heartbeat heartbeat;

    InboundMessages(Function<RpcMessage.Request, OpenedSession> factory, ClientSessions sessions, Heartbeat heartbeat) {
        this.factory = factory;
        this.sessions = sessions;
        this.heartbeat = heartbeat;
    }

    /**
     * Carries out a message, which may continue after this has returned.
     *
     * @throws Refusal if it does not fit where its client stands
     */
    void accept(Inbound inbound) {
        if (inbound.message() instanceof RpcMessage.Request request
                && request.method().equals(McpMethods.INITIALIZE)) {
            initialize(request, inbound);
            return;
        }
        inbound.head().requireKnownVersion();
        ClientSession session = sessions.find(inbound.head());
        if (inbound.message() instanceof RpcMessage.Request request) {
            perform(request, session, inbound);
            return;
        }
        if (inbound.message() instanceof RpcMessage.Notification notification) {
            session.accept(notification);
        } else if (inbound.message() instanceof RpcMessage.Response answer) {
            session.protocol().accept(answer);
        }
        inbound.reply().end(HttpServletResponse.SC_ACCEPTED);
    }

    private void initialize(RpcMessage.Request request, Inbound inbound) {
        OpenedSession opened = factory.apply(request);
        ClientSession session = sessions.open(opened.session(), inbound.caller().id());
        inbound.reply().open(opened.answer(), session.id());
    }

    private void perform(RpcMessage.Request request, ClientSession session, Inbound inbound) {
        ClientRequest call = session.calls().begin(request.id());
        HttpReply reply = inbound.reply();
        reply.ifGone(call::cancel);
        heartbeat.add(reply);
        session.protocol().perform(request, new RequestScope(inbound.caller(), call), reply, () -> {
            heartbeat.remove(reply);
            session.calls().end(request.id());
        });
    }
}
