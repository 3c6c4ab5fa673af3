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
 * and 955). Every check that a request has to pass is in here, so that no host can forget a filter. Thread-safe.
 */
final class McpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private final transient ServerOptions options;
    private final transient JsonRpc json;
    private final transient McpStreamableServerSession.Factory factory;
    private final transient OriginPolicy origins;
    private final transient ClientSessions sessions;
    private final transient Heartbeat heartbeat;
    private volatile boolean closing;

    McpServlet(ServerOptions options, JsonRpc json, McpStreamableServerSession.Factory factory) {
        this.options = options;
        this.json = json;
        this.factory = factory;
        this.origins = new OriginPolicy(options.allowedOrigins(), options.allowedHosts());
        this.sessions = new ClientSessions(options);
        this.heartbeat = new Heartbeat(options.heartbeat(), sessions::sweep);
    }

    @Override
    public void init() {
        heartbeat.start();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            origins.check(request);
            HttpMessages.requireKnownVersion(request);
            if (closing) {
                throw new Refusal(503, RpcError.refused("The server is shutting down."));
            }
            switch (request.getMethod()) {
                case "POST" -> post(request, response);
                case "GET" -> listen(request);
                case "DELETE" -> sessions.close(session(request));
                default -> throw new Refusal(405, RpcError.invalid("The method must be GET, POST or DELETE."));
            }
        } catch (Refusal e) {
            HttpMessages.refuse(response, json, e.status(), e.id(), e.error());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().complete();
            } else {
                HttpMessages.refuse(response, json, 500, null, RpcError.internal());
            }
        }
    }

    private ClientSession session(HttpServletRequest request) {
        String caller = options.callerOf(HttpMessages.describe(request)).id();
        return sessions.find(request.getHeader(HttpMessages.SESSION), caller);
    }

    private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpMessages.requireJson(request);
        HttpMessages.requireAccepted(request, HttpMessages.JSON, HttpMessages.EVENTS);
        accept(json.read(HttpMessages.body(request, options.maxRequestBytes())), request, response);
    }

    private void accept(McpSchema.JSONRPCMessage message, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (message instanceof JSONRPCRequest call) {
            if (call.method().equals(McpSchema.METHOD_INITIALIZE)) {
                initialize(call, request, response);
            } else {
                perform(call, request);
            }
            return;
        }
        ClientSession session = session(request);
        if (message instanceof JSONRPCNotification notification) {
            if (notification.method().equals(RunningCalls.CANCELLED)) {
                session.calls().cancel(notification);
            } else {
                Work.start(session.protocol().accept(notification));
            }
        } else if (message instanceof JSONRPCResponse answer) {
            Work.start(session.protocol().accept(answer));
        }
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }

    private void initialize(JSONRPCRequest call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        McpSchema.InitializeRequest parameters = json.initializeRequest(call);
        String caller = options.callerOf(HttpMessages.describe(request)).id();
        McpStreamableServerSessionInit started = factory.startSession(parameters);
        ClientSession session = sessions.open(started.session(), caller);
        McpSchema.InitializeResult result = started.initResult().toFuture().join();
        response.setHeader(HttpMessages.SESSION, session.id());
        HttpMessages.write(response, 200, json.write(JSONRPCResponse.result(call.id(), result)));
    }

    private void perform(JSONRPCRequest request, HttpServletRequest http) {
        Caller caller = options.callerOf(HttpMessages.describe(http));
        ClientSession session = sessions.find(http.getHeader(HttpMessages.SESSION), caller.id());
        RunningCall call = session.calls().begin(request.id());
        if (call == null) {
            throw Refusal.badRequest("A request with this id is running already.");
        }
        HttpReply reply = new HttpReply(json, start(http), call::cancel);
        heartbeat.add(reply);
        Work.start(session.protocol()
                .responseStream(reply)
                .handle(request)
                .contextWrite(new RequestScope(caller, call)::writeTo)
                .doFinally(signal -> {
                    heartbeat.remove(reply);
                    session.calls().end(request.id());
                }));
    }

    private void listen(HttpServletRequest request) {
        HttpMessages.requireAccepted(request, HttpMessages.EVENTS);
        ClientSession session = session(request);
        HttpReply reply = new HttpReply(json, start(request), session::stopListening);
        reply.open();
        heartbeat.add(reply);
        session.listen(reply);
    }

    private static AsyncContext start(HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        return async;
    }

    @Override
    public void destroy() {
        closing = true;
        sessions.closeAll(options.drainTimeout());
        heartbeat.close();
    }
}
