package dev.codemode.mcp.internal.stdio;

import dev.codemode.catalog.Caller;
import dev.codemode.internal.threads.HostThreads;
import dev.codemode.mcp.McpRequest;
import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RefusalLog;
import dev.codemode.mcp.internal.rpc.RpcError;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import dev.codemode.mcp.internal.session.ClientRequest;
import dev.codemode.mcp.internal.session.McpMethods;
import dev.codemode.mcp.internal.session.MessageOutlet;
import dev.codemode.mcp.internal.session.RequestScope;
import dev.codemode.mcp.internal.session.RunningCalls;
import dev.codemode.mcp.internal.session.StdioSession;
import dev.codemode.mcp.internal.session.TransportOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One client on a pair of streams, one message a line.
 *
 * <p>Replaces the SDK's stdio transport, which ends at the first blank, malformed or batch line and drops answers at
 * the end of input (github.com/modelcontextprotocol/java-sdk/issues/936, pull 199). Thread-safe.
 */
public final class StdioConnection implements MessageOutlet {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");
    private static final Duration AFTER_CANCEL = Duration.ofSeconds(1);

    /** All that is known about the one who started this process. */
    private static final McpRequest HOST =
            new McpRequest(McpRequest.Transport.STDIO, Map.of(), "", Optional.empty(), Optional.empty());

    private final TransportOptions options;
    private final JsonRpc json;
    private final OutputStream out;
    private final StdioSession session;
    private final RunningCalls calls = new RunningCalls();
    private final RefusalLog refusals;
    /** The server's own requests that the client has not answered. */
    private final Set<Object> asked = ConcurrentHashMap.newKeySet();

    private final CountDownLatch ended = new CountDownLatch(1);
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closed;

    // The reader's own.
    private boolean greeted;
    private boolean initialized;

    /**
     * Prepares to serve.
     *
     * @param sessions opens the session whose messages go to the output
     */
    public StdioConnection(
            TransportOptions options, JsonRpc json, Function<MessageOutlet, StdioSession> sessions, OutputStream out) {
        this.options = options;
        this.json = json;
        this.out = out;
        this.refusals = new RefusalLog(options.clock());
        this.session = sessions.apply(this);
    }

    /**
     * Serves until the input ends, the output breaks or the thread is interrupted, then lets running calls answer.
     * The reader is a daemon thread, since nothing else can interrupt a read from standard input.
     */
    public void serve(InputStream in) {
        LineReader lines = new LineReader(in, options.maxRequestBytes());
        HostThreads.daemons("codemode-mcp-stdin-").newThread(() -> read(lines)).start();
        try {
            ended.await();
            if (!calls.awaitEmpty(options.drainTimeout())) {
                calls.cancelAll();
                calls.awaitEmpty(AFTER_CANCEL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            calls.cancelAll();
        }
    }

    private void read(LineReader lines) {
        try {
            for (Line line = lines.next(); !closed && !(line instanceof Line.End); line = lines.next()) {
                if (line instanceof Line.Text text && !text.isBlank()) {
                    accept(text.utf8());
                } else if (line instanceof Line.TooLong) {
                    write(json.error(null, tooLong()));
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Standard input broke", e);
        } finally {
            ended.countDown();
        }
    }

    private RpcError tooLong() {
        return RpcError.invalid("The message is larger than " + options.maxRequestBytes() + " bytes.");
    }

    private void accept(byte[] line) {
        try {
            RpcMessage message = json.read(line);
            if (message instanceof RpcMessage.Request request) {
                request(request);
            } else if (message instanceof RpcMessage.Notification notification) {
                notification(notification);
            } else if (message instanceof RpcMessage.Response answer && asked.remove(answer.id())) {
                session.accept(answer);
            }
        } catch (Refusal e) {
            if (e.answered()) {
                write(json.error(e.id(), e.error()));
            }
        }
    }

    private void request(RpcMessage.Request request) {
        try {
            if (request.method().equals(McpMethods.INITIALIZE)) {
                initialize(request);
            } else if (greeted) {
                ready();
                perform(request);
            } else if (request.method().equals(McpMethods.PING)) {
                write(json.write(new RpcMessage.Result(request.id(), Map.of())));
            } else {
                throw Refusal.badRequest("The first request must be 'initialize'.");
            }
        } catch (Refusal e) {
            write(json.error(request.id(), e.error()));
        }
    }

    private void initialize(RpcMessage.Request request) {
        if (greeted) {
            throw Refusal.badRequest("The session is already initialized.");
        }
        session.initialize(request);
        greeted = true;
    }

    /** The SDK's session holds every request back until it has seen this notification, which some clients leave out. */
    private void ready() {
        if (!initialized) {
            initialized = true;
            session.accept(new RpcMessage.Notification(McpMethods.INITIALIZED, Map.of()));
        }
    }

    private void perform(RpcMessage.Request request) {
        Caller caller = options.callers().of(HOST, refusals);
        ClientRequest call = calls.begin(request.id());
        session.perform(request, new RequestScope(caller, call), () -> calls.end(request.id()));
    }

    private void notification(RpcMessage.Notification notification) {
        if (notification.method().equals(McpMethods.CANCELLED)) {
            calls.cancel(notification);
        } else if (notification.method().equals(McpMethods.INITIALIZED)) {
            if (greeted) {
                ready();
            }
        } else if (initialized && McpMethods.NOTIFICATIONS.contains(notification.method())) {
            session.accept(notification);
        }
    }

    private void write(String message) {
        byte[] line = (message + "\n").getBytes(StandardCharsets.UTF_8);
        writing.lock();
        try {
            if (!closed) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Standard output broke", e);
            closed = true;
            calls.cancelAll();
            ended.countDown();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void send(RpcMessage message) {
        if (message instanceof RpcMessage.Request question) {
            asked.add(question.id());
        }
        write(json.write(message));
    }

    @Override
    public void finish() {
        ended.countDown();
    }
}
