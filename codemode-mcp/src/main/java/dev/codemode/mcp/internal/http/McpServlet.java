package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RefusalLog;
import dev.codemode.mcp.internal.rpc.RpcError;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import dev.codemode.mcp.internal.session.OpenedSession;
import dev.codemode.mcp.internal.session.TransportOptions;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;

/**
 * Streamable HTTP.
 *
 * <p>Replaces the SDK's servlet, which blocks a container's thread for each call, keeps an unlimited number of sessions
 * (github.com/modelcontextprotocol/java-sdk/issues/471), and sends exceptions with their stack traces (issues 577 and
 * 955). Every check that a request has to pass is in here, so that no host can forget a filter. The body of an unknown
 * caller is never read, which {@code UnknownCallersTest} holds. Thread-safe.
 */
final class McpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private final transient TransportOptions transport;
    private final transient HttpOptions http;
    private final transient JsonRpc json;
    private final transient RefusalLog refusals;
    private final transient OriginPolicy origins;
    private final transient ClientSessions sessions;
    private final transient MessageBudget budget;
    private final transient Heartbeat heartbeat;
    private final transient InboundMessages messages;
    private volatile boolean closing;

    McpServlet(
            TransportOptions transport,
            HttpOptions http,
            JsonRpc json,
            Function<RpcMessage.Request, OpenedSession> factory) {
        this.transport = transport;
        this.http = http;
        this.json = json;
        this.refusals = new RefusalLog(transport.clock());
        this.origins = new OriginPolicy(http.allowedOrigins(), http.allowedHosts(), refusals);
        this.sessions = new ClientSessions(http.sessions(), transport.clock());
        this.budget = MessageBudget.forMessagesOf(transport.maxRequestBytes());
        this.heartbeat = new Heartbeat(http.heartbeat(), sessions::sweep);
        this.messages = new InboundMessages(factory, sessions, heartbeat);
    }

    @Override
    public void init() {
        heartbeat.start();
    }

    /** Decides by the request's head only whether its body is worth reading. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            origins.check(request);
            HttpMessages.requireMethod(request);
            requireOpen();
            RequestHead head = RequestHead.read(request, transport.callers(), refusals);
            switch (request.getMethod()) {
                case "POST" -> post(request, head);
                case "GET" -> listen(request, head);
                default -> end(head);
            }
        } catch (Refusal e) {
            refuse(request, response, e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().complete();
            } else {
                refuse(request, response, new Refusal(500, RpcError.internal()));
            }
        }
    }

    private void requireOpen() {
        if (closing) {
            throw new Refusal(503, RpcError.refused("The server is shutting down."));
        }
    }

    private void end(RequestHead head) {
        head.requireKnownVersion();
        sessions.close(sessions.find(head));
    }

    private void listen(HttpServletRequest request, RequestHead head) {
        head.requireKnownVersion();
        HttpMessages.requireAccepted(request, HttpMessages.EVENTS);
        ClientSession session = sessions.find(head);
        HttpReply reply = new HttpReply(json, start(request), () -> {});
        reply.ifGone(session::stopListening);
        // Before the client receives anything: its next stream must find this one to end it.
        session.listen(reply);
        reply.open();
        heartbeat.add(reply);
        if (closing) {
            session.stopListening();
        }
    }

    private void post(HttpServletRequest request, RequestHead head) throws IOException {
        HttpMessages.requireJson(request);
        HttpMessages.requireAccepted(request, HttpMessages.JSON, HttpMessages.EVENTS);
        HttpMessages.requireLength(request, transport.maxRequestBytes());
        MessageBudget.Share share = budget.share(head.caller().id());
        HttpReply reply = new HttpReply(json, start(request), share::close);
        reader(request, share, reply).read(http.receiveTimeout(), body -> receive(body, share, head, reply));
    }

    private BodyReader reader(HttpServletRequest request, MessageBudget.Share share, HttpReply reply)
            throws IOException {
        return new BodyReader(request.getInputStream(), transport.maxRequestBytes(), share, reply, heartbeat);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        boolean sending = !HttpMessages.waitsForContinue(request) && HttpMessages.hasUnreadBody(request);
        if (sending && request.isAsyncSupported()) {
            MessageBudget.Share nothing = budget.share("");
            reader(request, nothing, new HttpReply(json, start(request), nothing::close))
                    .throwAway(refusal);
        } else {
            HttpMessages.refuse(request, response, json, refusal);
        }
    }

    private void receive(byte[] body, MessageBudget.Share share, RequestHead head, HttpReply reply) {
        try {
            share.grow(json.weigh(body));
            messages.accept(new Inbound(head, json.read(body), reply));
        } catch (Refusal e) {
            reply.refuse(e);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
            reply.refuse(new Refusal(500, RpcError.internal()));
        }
    }

    private static AsyncContext start(HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        return async;
    }

    /** Refuses new requests and ends the streams that clients only listen on; running calls continue. */
    void drain() {
        closing = true;
        sessions.stopListening(heartbeat::run);
    }

    @Override
    public void destroy() {
        drain();
        sessions.closeAll(transport.drainTimeout());
        heartbeat.close();
    }
}
