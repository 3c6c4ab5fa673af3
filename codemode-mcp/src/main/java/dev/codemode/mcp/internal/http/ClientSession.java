package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.RpcMessage;
import dev.codemode.mcp.internal.session.McpMethods;
import dev.codemode.mcp.internal.session.RunningCalls;
import dev.codemode.mcp.internal.session.StreamableSession;
import dev.codemode.mcp.internal.session.StreamableSession.Listening;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One client's session over HTTP. It belongs to the caller who opened it. Thread-safe. */
final class ClientSession {
    private final StreamableSession protocol;
    private final String callerId;
    private final RunningCalls calls = new RunningCalls();
    private final AtomicReference<@Nullable Listening> listening = new AtomicReference<>();
    private volatile Instant lastUsed;

    ClientSession(StreamableSession protocol, String callerId, Instant now) {
        this.protocol = protocol;
        this.callerId = callerId;
        this.lastUsed = now;
    }

    String id() {
        return protocol.id();
    }

    StreamableSession protocol() {
        return protocol;
    }

    RunningCalls calls() {
        return calls;
    }

    /** Takes a notification of the client; those that the protocol does not know go no further. */
    void accept(RpcMessage.Notification notification) {
        if (notification.method().equals(McpMethods.CANCELLED)) {
            calls.cancel(notification);
        } else if (McpMethods.NOTIFICATIONS.contains(notification.method())) {
            protocol.accept(notification);
        }
    }

    String callerId() {
        return callerId;
    }

    boolean belongsTo(String caller) {
        return callerId.equals(caller);
    }

    void use(Instant now) {
        lastUsed = now;
    }

    /** Returns whether there was no request since then, none is running, and no client is listening. */
    boolean idleSince(Instant then) {
        return lastUsed.isBefore(then) && calls.isEmpty() && listening.get() == null;
    }

    boolean isListening() {
        return listening.get() != null;
    }

    /** Makes this the stream that messages outside a request go to; the one before it ends. */
    void listen(HttpReply reply) {
        Listening before = listening.getAndSet(protocol.listen(reply));
        if (before != null) {
            before.close();
        }
    }

    void stopListening() {
        Listening stream = listening.getAndSet(null);
        if (stream != null) {
            stream.close();
        }
    }

    void close() {
        stopListening();
        calls.cancelAll();
        protocol.close();
    }
}
