package dev.codemode.mcp.internal.tool;

/** Lets a client stop a call: the thread that carries it out asks here before and after. Thread-safe. */
public interface Cancellation {
    /** Binds the call to the current thread, which may be interrupted from now on; false if nobody wants it any more. */
    boolean enter();

    /** Lets go of the current thread and clears what was meant for this call; false if nobody wants its answer. */
    boolean leave();
}
