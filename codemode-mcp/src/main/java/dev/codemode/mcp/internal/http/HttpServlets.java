package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.McpHttpServer;
import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import dev.codemode.mcp.internal.session.OpenedSession;
import dev.codemode.mcp.internal.session.TransportOptions;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.function.Function;

/** Creates what needs the Servlet API, in a class that a host without it never loads. Immutable and thread-safe. */
public final class HttpServlets {
    private final TransportOptions transport;
    private final HttpOptions http;
    private final JsonRpc json;
    private final Function<RpcMessage.Request, OpenedSession> sessions;

    /**
     * Prepares to make servlets.
     *
     * @param sessions opens a session for a client that asks to
     */
    public HttpServlets(
            TransportOptions transport,
            HttpOptions http,
            JsonRpc json,
            Function<RpcMessage.Request, OpenedSession> sessions) {
        this.transport = transport;
        this.http = http;
        this.json = json;
        this.sessions = sessions;
    }

    /** Returns a servlet for any container, and adds the step that prepares it for the container's end. */
    public HttpServlet servlet(List<Runnable> drains) {
        McpServlet servlet = newServlet();
        drains.add(servlet::drain);
        return servlet;
    }

    /** Starts an HTTP server with a servlet of these. */
    public McpHttpServer start(String host, int port) {
        return JettyHost.start(newServlet(), http.endpoint(), host, port);
    }

    private McpServlet newServlet() {
        return new McpServlet(transport, http, json, sessions);
    }
}
