package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcError;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests of one session that are not answered yet, by their ids. An id keeps its JSON type: the number 1 and the
 * string "1" are different. Thread-safe.
 */
public final class RunningCalls {
    private final Map<Object, ClientRequest> calls = new HashMap<>();

    /**
     * Starts a call.
     *
     * @throws Refusal if one with this id is already running
     */
    public synchronized ClientRequest begin(Object id) {
        if (calls.containsKey(id)) {
            throw new Refusal(400, id, RpcError.invalid("A request with this id is already running."));
        }
        ClientRequest call = new ClientRequest();
        calls.put(id, call);
        return call;
    }

    /** Ends a call, which has been answered or will not be. */
    public synchronized void end(Object id) {
        calls.remove(id);
        notifyAll();
    }

    /** Cancels the call that a notification names; an unknown or answered one is ignored, as the protocol asks. */
    public void cancel(RpcMessage.Notification cancelled) {
        Object id = cancelled.params().get("requestId");
        ClientRequest call;
        synchronized (this) {
            call = calls.get(id);
        }
        if (call != null) {
            call.cancel();
        }
    }

    /** Cancels every call. */
    public void cancelAll() {
        List<ClientRequest> all;
        synchronized (this) {
            all = List.copyOf(calls.values());
        }
        all.forEach(ClientRequest::cancel);
    }

    /** Returns whether no call runs. */
    public synchronized boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Waits until every call has been answered; false if some still run after that time. */
    public synchronized boolean awaitEmpty(Duration atMost) throws InterruptedException {
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
