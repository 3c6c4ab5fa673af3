package dev.codemode.mcp;

import io.modelcontextprotocol.spec.McpStreamableServerSession;
import jakarta.servlet.http.HttpServlet;
import java.util.List;

/** Makes what needs the Servlet API, in a class that a host without it never loads. */
final class HttpServlets {
    private HttpServlets() {}

    static HttpServlet of(
            ServerOptions options, JsonRpc json, McpStreamableServerSession.Factory sessions, List<Runnable> drains) {
        McpServlet servlet = new McpServlet(options, json, sessions);
        drains.add(servlet::drain);
        return servlet;
    }

    static McpHttpServer start(
            ServerOptions options, JsonRpc json, McpStreamableServerSession.Factory sessions, String host, int port) {
        return JettyHost.start(new McpServlet(options, json, sessions), options.endpoint(), host, port);
    }
}
