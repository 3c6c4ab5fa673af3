package dev.codemode.mcp;

import dev.codemode.catalog.Caller;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * One client on a pair of streams, one message a line.
 *
 * <p>Stands in place of the SDK's stdio transport, which ends at the first blank, malformed or batch line and drops
 * answers at the end of input (github.com/modelcontextprotocol/java-sdk/issues/936, pull 199). Thread-safe.
 */
final class StdioConnection implements McpServerTransport {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");
    private static final Duration AFTER_CANCEL = Duration.ofSeconds(1);

    private final ServerOptions options;
    private final JsonRpc json;
    private final OutputStream out;
    private final McpServerSession session;
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

    StdioConnection(
            ServerOptions options,
            JsonRpc json,
            Function<McpServerTransport, McpServerSession> sessions,
            OutputStream out) {
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
    void serve(InputStream in) {
        LineReader lines = new LineReader(in, options.maxRequestBytes());
        CallExecutor.daemons("codemode-mcp-stdin-").newThread(() -> read(lines)).start();
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
            JSONRPCMessage message = json.read(line);
            if (message instanceof JSONRPCRequest request) {
                request(request);
            } else if (message instanceof JSONRPCNotification notification) {
                notification(notification);
            } else if (message instanceof JSONRPCResponse answer && asked.remove(answer.id())) {
                Work.start(session.handle(answer));
            }
        } catch (Refusal e) {
            if (e.answered()) {
                write(json.error(e.id(), e.error()));
            }
        }
    }

    private void request(JSONRPCRequest request) {
        try {
            if (request.method().equals(McpSchema.METHOD_INITIALIZE)) {
                initialize(request);
            } else if (greeted) {
                ready();
                perform(request);
            } else if (request.method().equals(McpSchema.METHOD_PING)) {
                write(json.write(McpSchema.JSONRPCResponse.result(request.id(), Map.of())));
            } else {
                throw Refusal.badRequest("The first request must be 'initialize'.");
            }
        } catch (Refusal e) {
            write(json.error(request.id(), e.error()));
        }
    }

    private void initialize(JSONRPCRequest request) {
        if (greeted) {
            throw Refusal.badRequest("The session is initialized already.");
        }
        json.initializeRequest(request);
        greeted = true;
        Work.start(session.handle(request));
    }

    /** The SDK's session holds every request back until it has seen this notification, which some clients leave out. */
    private void ready() {
        if (!initialized) {
            initialized = true;
            Work.start(session.handle(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED)));
        }
    }

    private void perform(JSONRPCRequest request) {
        Caller caller = options.callerOf(McpRequest.stdio(), refusals);
        RunningCall call = calls.begin(request.id());
        if (call == null) {
            throw Refusal.badRequest("A request with this id is running already.");
        }
        Work.start(session.handle(request)
                .contextWrite(new RequestScope(caller, call)::writeTo)
                .doFinally(signal -> calls.end(request.id())));
    }

    private void notification(JSONRPCNotification notification) {
        if (notification.method().equals(RunningCalls.CANCELLED)) {
            calls.cancel(notification);
        } else if (notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED)) {
            if (greeted) {
                ready();
            }
        } else if (initialized && Sessions.NOTIFICATIONS.contains(notification.method())) {
            Work.start(session.handle(notification));
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
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
        return Mono.fromRunnable(() -> {
            if (message instanceof JSONRPCRequest question) {
                asked.add(question.id());
            }
            write(json.write(message));
        });
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(ended::countDown);
    }

    @Override
    public <T> T unmarshalFrom(Object value, TypeRef<T> type) {
        return json.bind(value, type);
    }
}
