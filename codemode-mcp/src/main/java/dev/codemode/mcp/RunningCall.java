package dev.codemode.mcp;

import org.jspecify.annotations.Nullable;

/**
 * One request of a client while it is carried out. Interrupts only the thread that works on it, and only while it does:
 * a pooled thread's next request is never hit. Thread-safe.
 */
final class RunningCall {
    private @Nullable Thread worker;
    private boolean cancelled;

    /** Binds the call to the current thread; false if it was cancelled before. */
    synchronized boolean enter() {
        if (cancelled) {
            return false;
        }
        worker = Thread.currentThread();
        return true;
    }

    /** Lets go of the current thread and clears what was meant for this call; false if it was cancelled meanwhile. */
    synchronized boolean leave() {
        worker = null;
        Thread.interrupted();
        return !cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }
}
