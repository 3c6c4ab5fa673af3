package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.McpHttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The servlet on its own Jetty. Together with its error page and its watch, the only class that needs Jetty.
 * Thread-safe.
 */
final class JettyHost implements McpHttpServer {
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(10);

    private final Server server;
    private final McpServlet servlet;
    private final JettyWatch watch;
    private final int port;
    private final URI url;

    private JettyHost(Server server, McpServlet servlet, JettyWatch watch, int port, URI url) {
        this.server = server;
        this.servlet = servlet;
        this.watch = watch;
        this.port = port;
        this.url = url;
    }

    static McpHttpServer start(McpServlet servlet, String endpoint, String host, int port) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("codemode-mcp-http");
        Server server = new Server(threads);
        ServerConnector connector = connector(server, host);
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        // Jetty's own answers OPTIONS everywhere.
        context.getServletHandler().setEnsureDefaultServlet(false);
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        holder.setInitOrder(0);
        context.addServlet(holder, endpoint);
        context.addServlet(holder, endpoint + "/");
        server.setHandler(context);
        context.setErrorHandler(new JettyErrors());
        server.setErrorHandler(new JettyErrors());
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new UncheckedIOException(
                    "Cannot serve MCP on " + host + ":" + port + ": " + e.getMessage(),
                    e instanceof IOException io ? io : new IOException(e));
        }
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        int bound = connector.getLocalPort();
        JettyWatch watch = new JettyWatch(connector, () -> connector(server, host), WATCH_INTERVAL);
        watch.start();
        return new JettyHost(server, servlet, watch, bound, URI.create("http://" + name + ":" + bound + endpoint));
    }

    private static ServerConnector connector(Server server, String host) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector = new LastingConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        return connector;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        watch.close();
        // First, while the connections are still open: running calls answer on them.
        servlet.destroy();
        stop(server);
    }

    /** Accepts connections whatever happens: Jetty's own acceptor ends at an OutOfMemoryError. */
    private static final class LastingConnector extends ServerConnector {
        LastingConnector(Server server, HttpConnectionFactory http) {
            super(server, http);
        }

        @Override
        public void accept(int acceptor) throws IOException {
            try {
                super.accept(acceptor);
            } catch (OutOfMemoryError e) {
                // Nothing that needs memory may happen here; only this connection is lost.
                Thread.onSpinWait();
            }
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not stop", e);
        }
    }
}
