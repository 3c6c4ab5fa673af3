package dev.codemode.mcp;

import dev.codemode.CodeMode;
import dev.codemode.catalog.Caller;
import dev.codemode.internal.options.OptionChecks;
import dev.codemode.internal.threads.HostThreads;
import dev.codemode.mcp.internal.http.HostPattern;
import dev.codemode.mcp.internal.http.HttpOptions;
import dev.codemode.mcp.internal.http.HttpServlets;
import dev.codemode.mcp.internal.http.SessionLimits;
import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.session.Callers;
import dev.codemode.mcp.internal.session.ServerIdentity;
import dev.codemode.mcp.internal.session.SessionFactory;
import dev.codemode.mcp.internal.session.TransportOptions;
import dev.codemode.mcp.internal.stdio.StandardStreams;
import dev.codemode.mcp.internal.stdio.StdioConnection;
import dev.codemode.mcp.internal.tool.ToolCalls;
import jakarta.servlet.http.HttpServlet;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * An MCP server that is ready to run, on as many transports as the host likes. Thread-safe.
 *
 * @since 0.1
 */
public final class CodeModeMcpServer {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private final TransportOptions transport;
    private final HttpOptions http;
    private final JsonRpc json = new JsonRpc();
    private final SessionFactory sessions;
    /** What ends the streams of each servlet; a type of the Servlet API here would keep it from being optional. */
    private final List<Runnable> drains = new CopyOnWriteArrayList<>();

    private CodeModeMcpServer(
            CodeMode codeMode, ServerIdentity identity, TransportOptions transport, HttpOptions http) {
        this.transport = transport;
        this.http = http;
        ToolCalls tools = new ToolCalls(codeMode, json, HostThreads.newExecutor("codemode-mcp-call-"));
        this.sessions = new SessionFactory(identity, tools, json);
    }

    /**
     * Serves one client on standard input and output. Blocks until the input ends and running calls have answered
     * ({@link Builder#drainTimeout}), until the output breaks, or until the thread is interrupted, which stops running
     * calls and leaves the interrupt flag set.
     *
     * <p>While it runs, {@link System#out} is {@link System#err}: print nothing before it, and let logs go to standard
     * error.
     */
    public void runStdio() {
        try (StandardStreams streams = new StandardStreams()) {
            run(streams.in(), streams.out());
        }
    }

    void run(InputStream in, OutputStream out) {
        new StdioConnection(transport, json, sessions::onStdio, out).serve(in);
    }

    /**
     * Returns a servlet for any container of Jakarta Servlet 6.0 or later. Register it with asynchronous requests
     * allowed, at one path with and without a trailing slash ({@code /mcp} and {@code /mcp/}). Its checks (origin,
     * host, caller, size, session) are inside it, so no filter is needed. Each servlet has its own sessions; the
     * container's {@code destroy} ends them. Call {@link #drain} before the container stops.
     */
    public HttpServlet servlet() {
        return servlets().servlet(drains);
    }

    /**
     * Prepares for the end of the servlets of this server: they refuse new requests (HTTP 503) and end the streams that
     * clients only listen on, while running calls continue and answer. Returns at once; calling it twice is allowed.
     *
     * <p>A container that stops gracefully waits for every open request, and a client's listening stream never ends by
     * itself. The container notifies a servlet only after that wait, so the host has to call this first.
     */
    public void drain() {
        drains.forEach(Runnable::run);
    }

    /**
     * Starts its own HTTP server, and logs its address. Needs Jetty 12.1 on the class path
     * ({@code org.eclipse.jetty.ee11:jetty-ee11-servlet}). It runs until it is closed and registers no shutdown hook: a
     * process that receives SIGTERM stops running calls at once unless the host closes the server in a hook.
     *
     * @param host the address to bind to, such as {@code 127.0.0.1}. On an address other than loopback, a server also
     *     needs {@link Builder#allowedHosts}, and {@link Builder#caller} or something in front of it that knows its
     *     callers
     * @param port the port, or 0 for a free one
     * @throws IllegalStateException if Jetty is missing
     * @throws java.io.UncheckedIOException if the address cannot be bound
     */
    public McpHttpServer startHttp(String host, int port) {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port must be between 0 and 65535, but was " + port + ".");
        }
        McpHttpServer server;
        try {
            server = servlets().start(host, port);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "Cannot start an HTTP server: Jetty is not on the class path. Add"
                            + " org.eclipse.jetty.ee11:jetty-ee11-servlet (12.1), or register servlet() in a container.",
                    e);
        }
        announce(server.url());
        return server;
    }

    private HttpServlets servlets() {
        return new HttpServlets(transport, http, json, sessions::onHttp);
    }

    private void announce(URI url) {
        LOG.log(System.Logger.Level.INFO, "Serving MCP at " + url);
        if (!transport.callers().toldApart() && !isLoopback(url)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Anyone who can reach " + url + " may use it, because this server does not check who is calling."
                            + " Make it listen on 127.0.0.1, or put it behind something that does check.");
        }
    }

    private static boolean isLoopback(URI url) {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Options of a server. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final CodeMode codeMode;
        private String name = "code-mode";
        private String version = "1.0";
        private String instructions = "";
        private Callers callers = Callers.everybody();
        private Set<HostPattern> allowedOrigins = HostPattern.loopbackOrigins();
        private Set<HostPattern> allowedHosts = HostPattern.loopbackHosts();
        private int maxRequestBytes = 1 << 20;
        private Duration sessionIdleTimeout = Duration.ofMinutes(30);
        private int maxSessions = 1_000;
        private int maxSessionsPerCaller = 50;
        private boolean maxSessionsPerCallerGiven;
        private Duration receiveTimeout = Duration.ofSeconds(20);
        private String endpoint = "/mcp";
        private Duration drainTimeout = Duration.ofSeconds(10);
        private Duration heartbeat = Duration.ofSeconds(5);
        private Clock clock = Clock.systemUTC();

        Builder(CodeMode codeMode) {
            this.codeMode = Objects.requireNonNull(codeMode, "codeMode");
        }

        /** Sets the name that clients show; default {@code code-mode}. */
        public Builder name(String name) {
            this.name = notBlank("name", name);
            return this;
        }

        /** Sets the version that clients show; default {@code 1.0}. */
        public Builder version(String version) {
            this.version = notBlank("version", version);
            return this;
        }

        /** Sets what a client may tell its model about the server as a whole; default nothing. */
        public Builder instructions(String instructions) {
            this.instructions = Objects.requireNonNull(instructions, "instructions");
            return this;
        }

        /**
         * Sets the function that says who is calling. It is called for each request on the thread that received it; by
         * default every caller is {@link Caller#anonymous()}. A function that throws refuses the request (HTTP 401);
         * its message is logged and not sent. A session belongs to the caller who opened it: to others it does not
         * exist.
         */
        public Builder caller(Function<McpRequest, Caller> caller) {
            this.callers = Callers.of(Objects.requireNonNull(caller, "caller"));
            return this;
        }

        /**
         * Sets the web origins that a browser may call from, such as {@code https://chat.example.com}, instead of the
         * default, which is {@code localhost} and its addresses. An origin without a port allows every port. Requests
         * without an {@code Origin} header do not come from a web page and pass.
         */
        public Builder allowedOrigins(String... origins) {
            this.allowedOrigins = HostPattern.origins(origins);
            return this;
        }

        /**
         * Sets the names that the server answers to in the {@code Host} header, such as {@code api.example.com},
         * instead of the default, which is {@code localhost} and its addresses. A name without a port allows every
         * port. This is what keeps a web page from reaching a local server through a name that the page controls (DNS
         * rebinding).
         */
        public Builder allowedHosts(String... hosts) {
            this.allowedHosts = HostPattern.hosts(hosts);
            return this;
        }

        /**
         * Sets the size of one message; default 1 MiB. Messages that are received or carried out at the same time over
         * HTTP may take 16 MiB in total, or four times this size plus 4 MiB if that is more, and those of one caller a
         * quarter of that; further ones are refused (HTTP 503). A message may have 10,000 JSON tokens; a script is one
         * token.
         */
        public Builder maxRequestBytes(int maxRequestBytes) {
            this.maxRequestBytes = OptionChecks.positive("maxRequestBytes", maxRequestBytes);
            return this;
        }

        /** Sets how long an HTTP session without requests is kept; default 30 minutes. */
        public Builder sessionIdleTimeout(Duration sessionIdleTimeout) {
            this.sessionIdleTimeout = OptionChecks.positive("sessionIdleTimeout", sessionIdleTimeout);
            return this;
        }

        /** Sets how long a client may take to send the body of one request; default 20 s, then it is refused (HTTP 408). */
        public Builder receiveTimeout(Duration receiveTimeout) {
            this.receiveTimeout = OptionChecks.positive("receiveTimeout", receiveTimeout);
            return this;
        }

        /**
         * Sets how many HTTP sessions there may be at once; default 1,000. To make room for one more, the longest
         * unused session ends, of the caller who has the most. If a request is running in each, the new one is refused
         * (HTTP 503).
         */
        public Builder maxSessions(int maxSessions) {
            this.maxSessions = OptionChecks.positive("maxSessions", maxSessions);
            return this;
        }

        /**
         * Sets how many HTTP sessions one caller may have at once; default 50, or {@link #maxSessions} if there is no
         * {@link #caller} function, so that all clients are one caller. To make room for one more, the caller's longest
         * unused session ends. If a request is running in each, the new one is refused (HTTP 503).
         */
        public Builder maxSessionsPerCaller(int maxSessionsPerCaller) {
            this.maxSessionsPerCaller = OptionChecks.positive("maxSessionsPerCaller", maxSessionsPerCaller);
            this.maxSessionsPerCallerGiven = true;
            return this;
        }

        /**
         * Sets the path that {@link #startHttp} serves, with or without a trailing slash; default {@code /mcp}. A
         * container's servlet has its own mapping.
         */
        public Builder endpoint(String endpoint) {
            if (!endpoint.startsWith("/") || endpoint.endsWith("/") || endpoint.contains("*")) {
                throw new IllegalArgumentException(
                        "The endpoint must be a path such as /mcp, but was '" + endpoint + "'.");
            }
            this.endpoint = endpoint;
            return this;
        }

        /** Sets how long running calls may continue when the server ends, before they are stopped; default 10 s. */
        public Builder drainTimeout(Duration drainTimeout) {
            this.drainTimeout = OptionChecks.positive("drainTimeout", drainTimeout);
            return this;
        }

        Builder heartbeat(Duration heartbeat) {
            this.heartbeat = heartbeat;
            return this;
        }

        Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Returns the server. */
        public CodeModeMcpServer build() {
            return new CodeModeMcpServer(
                    codeMode,
                    new ServerIdentity(name, version, instructions),
                    new TransportOptions(callers, maxRequestBytes, drainTimeout, clock),
                    new HttpOptions(
                            allowedOrigins,
                            allowedHosts,
                            new SessionLimits(maxSessions, sessionsPerCaller(), sessionIdleTimeout),
                            receiveTimeout,
                            heartbeat,
                            endpoint));
        }

        private int sessionsPerCaller() {
            boolean everybodyIsOne = !callers.toldApart() && !maxSessionsPerCallerGiven;
            return everybodyIsOne ? maxSessions : maxSessionsPerCaller;
        }

        /** Builds the server and serves one client on standard input and output ({@link CodeModeMcpServer#runStdio}). */
        public void runStdio() {
            build().runStdio();
        }

        /** Builds the server and returns its servlet ({@link CodeModeMcpServer#servlet}). */
        public HttpServlet servlet() {
            return build().servlet();
        }

        /** Builds the server and starts it on its own HTTP server ({@link CodeModeMcpServer#startHttp}). */
        public McpHttpServer startHttp(String host, int port) {
            return build().startHttp(host, port);
        }

        private static String notBlank(String option, String value) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("The " + option + " must not be blank.");
            }
            return value;
        }
    }
}
