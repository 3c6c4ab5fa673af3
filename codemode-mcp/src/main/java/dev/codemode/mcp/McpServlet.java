package dev.codemode.mcp;

import dev.codemode.catalog.Caller;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Streamable HTTP for the SDK's sessions.
 *
 * <p>Stands in place of the SDK's servlet, which blocks a container's thread for each call, keeps sessions without
 * bound (github.com/modelcontextprotocol/java-sdk/issues/471), and sends exceptions with their stack traces (issues 577
 * and 955). Every check that a request has to pass is in here, so that no host can forget a filter. Nothing of a body is
 * read for a caller who is not known, which {@code UnknownCallersTest} holds. Thread-safe.
 */
final class McpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private final transient ServerOptions options;
    private final transient JsonRpc json;
    private final transient McpStreamableServerSession.Factory factory;
    private final transient RefusalLog refusals;
    private final transient OriginPolicy origins;
    private final transient ClientSessions sessions;
    private final transient MessageBudget budget;
    private final transient Heartbeat heartbeat;
    private volatile boolean closing;

    McpServlet(ServerOptions options, JsonRpc json, McpStreamableServerSession.Factory factory) {
        this.options = options;
        this.json = json;
        this.factory = factory;
        this.refusals = new RefusalLog(options.clock());
        this.origins = new OriginPolicy(options.allowedOrigins(), options.allowedHosts(), refusals);
        this.sessions = new ClientSessions(options);
        this.budget = MessageBudget.forMessagesOf(options.maxRequestBytes());
        this.heartbeat = new Heartbeat(options.heartbeat(), sessions::sweep);
    }

    @Override
    public void init() {
        heartbeat.start();
    }

    /** Decides by the head of the request alone whether its body is worth reading. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            origins.check(request);
            HttpMessages.requireMethod(request);
            requireOpen();
            Caller caller = options.callerOf(HttpMessages.describe(request), refusals);
            switch (request.getMethod()) {
                case "POST" -> post(request, caller);
                case "GET" -> listen(request, caller);
                default -> end(request, caller);
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

    private void end(HttpServletRequest request, Caller caller) {
        HttpMessages.requireKnownVersion(request);
        sessions.close(session(request, caller));
    }

    private void listen(HttpServletRequest request, Caller caller) {
        HttpMessages.requireKnownVersion(request);
        HttpMessages.requireAccepted(request, HttpMessages.EVENTS);
        ClientSession session = session(request, caller);
        HttpReply reply = new HttpReply(json, start(request), () -> {});
        reply.ifGone(session::stopListening);
        // Before the client hears anything: its next stream must find this one to end it.
        session.listen(reply);
        reply.open();
        heartbeat.add(reply);
        if (closing) {
            session.stopListening();
        }
    }

    private void post(HttpServletRequest request, Caller caller) throws IOException {
        HttpMessages.requireJson(request);
        HttpMessages.requireAccepted(request, HttpMessages.JSON, HttpMessages.EVENTS);
        HttpMessages.requireLength(request, options.maxRequestBytes());
        MessageBudget.Share share = budget.share(caller.id());
        HttpReply reply = new HttpReply(json, start(request), share::close);
        reader(request, share, reply)
                .read(options.receiveTimeout(), body -> receive(body, new Post(request, caller, share, reply)));
    }

    private BodyReader reader(HttpServletRequest request, MessageBudget.Share share, HttpReply reply)
            throws IOException {
        return new BodyReader(request.getInputStream(), options.maxRequestBytes(), share, reply, heartbeat);
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

    private record Post(HttpServletRequest http, Caller caller, MessageBudget.Share share, HttpReply reply) {}

    private void receive(byte[] body, Post post) {
        try {
            post.share().grow(json.weigh(body));
            accept(json.read(body), post);
        } catch (Refusal e) {
            post.reply().refuse(e);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
            post.reply().refuse(new Refusal(500, RpcError.internal()));
        }
    }

    private void accept(McpSchema.JSONRPCMessage message, Post post) {
        if (message instanceof JSONRPCRequest call && call.method().equals(McpSchema.METHOD_INITIALIZE)) {
            initialize(call, post);
            return;
        }
        HttpMessages.requireKnownVersion(post.http());
        ClientSession session = session(post.http(), post.caller());
        if (message instanceof JSONRPCRequest call) {
            perform(call, session, post);
            return;
        }
        if (message instanceof JSONRPCNotification notification) {
            session.accept(notification);
        } else if (message instanceof JSONRPCResponse answer) {
            Work.start(session.protocol().accept(answer));
        }
        post.reply().end(HttpServletResponse.SC_ACCEPTED);
    }

    private void initialize(JSONRPCRequest call, Post post) {
        McpStreamableServerSessionInit started = factory.startSession(json.initializeRequest(call));
        ClientSession session = sessions.open(started.session(), post.caller().id());
        McpSchema.InitializeResult result = started.initResult().toFuture().join();
        post.reply().open(JSONRPCResponse.result(call.id(), result), session.id());
    }

    private void perform(JSONRPCRequest request, ClientSession session, Post post) {
        RunningCall call = session.calls().begin(request.id());
        if (call == null) {
            throw new Refusal(400, request.id(), RpcError.invalid("A request with this id is running already."));
        }
        HttpReply reply = post.reply();
        reply.ifGone(call::cancel);
        heartbeat.add(reply);
        Work.start(session.protocol()
                .responseStream(reply)
                .handle(request)
                .contextWrite(new RequestScope(post.caller(), call)::writeTo)
                .doFinally(signal -> {
                    heartbeat.remove(reply);
                    session.calls().end(request.id());
                }));
    }

    private ClientSession session(HttpServletRequest request, Caller caller) {
        return sessions.find(request.getHeader(HttpMessages.SESSION), caller.id());
    }

    private static AsyncContext start(HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        return async;
    }

    /** Refuses new requests and ends the streams on which clients only listen; running calls go on. */
    void drain() {
        closing = true;
        sessions.stopListening(heartbeat::run);
    }

    @Override
    public void destroy() {
        drain();
        sessions.closeAll(options.drainTimeout());
        heartbeat.close();
    }
}
