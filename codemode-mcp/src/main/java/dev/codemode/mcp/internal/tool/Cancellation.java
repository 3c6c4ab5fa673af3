package dev.codemode.mcp.internal.tool;

/** Lets a client stop a call: the thread that carries it out asks here before and after. Thread-safe. */
public interface Cancellation {
    /** Binds the call to the current thread, which may be interrupted from now on; false if the call was cancelled. */
    boolean enter();

    /**
     * Releases the current thread and clears an interrupt that was meant for this call; false if the call was
     * cancelled.
     */
    boolean leave();
}
