package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.tool.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client while it is carried out. Interrupts only the thread that works on it, and only while it does:
 * a pooled thread's next request is never hit. Thread-safe.
 */
public final class ClientRequest implements Cancellation {
    private @Nullable Thread worker;
    private boolean cancelled;

    @Override
    public synchronized boolean enter() {
        if (cancelled) {
            return false;
        }
        worker = Thread.currentThread();
        return true;
    }

    @Override
    public synchronized boolean leave() {
        worker = null;
        Thread.interrupted();
        return !cancelled;
    }

    /** Stops the work: interrupts its thread if it has begun. */
    public synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }
}
