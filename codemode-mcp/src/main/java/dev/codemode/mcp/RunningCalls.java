package dev.codemode.mcp;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one session that are not answered yet, by their ids. An id keeps its JSON type: the number 1 and the
 * string "1" are two. Thread-safe.
 */
final class RunningCalls {
    static final String CANCELLED = "notifications/cancelled";

    private final Map<Object, RunningCall> calls = new HashMap<>();

    /** Starts a call; null if one with this id runs already. */
    synchronized @Nullable RunningCall begin(Object id) {
        if (calls.containsKey(id)) {
            return null;
        }
        RunningCall call = new RunningCall();
        calls.put(id, call);
        return call;
    }

    synchronized void end(Object id) {
        calls.remove(id);
        notifyAll();
    }

    /** Cancels the call that a notification names; an unknown or answered one is ignored, as the protocol asks. */
    void cancel(JSONRPCNotification cancelled) {
        Object id = cancelled.params() instanceof Map<?, ?> params ? params.get("requestId") : null;
        RunningCall call;
        synchronized (this) {
            call = calls.get(id);
        }
        if (call != null) {
            call.cancel();
        }
    }

    void cancelAll() {
        List<RunningCall> all;
        synchronized (this) {
            all = List.copyOf(calls.values());
        }
        all.forEach(RunningCall::cancel);
    }

    synchronized boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Waits until every call has been answered; false if some still run after that time. */
    synchronized boolean awaitEmpty(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!calls.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
