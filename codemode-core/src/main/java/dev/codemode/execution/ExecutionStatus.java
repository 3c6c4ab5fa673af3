package dev.codemode.execution;

/**
 * How an execution ended.
 *
 * @since 0.1
 */
public enum ExecutionStatus {
    /** The script returned. */
    COMPLETED,
    /** The script does not parse, or its check found mistakes: nothing was changed. */
    REJECTED,
    /** The script failed by its own fault or an operation's. */
    FAILED,
    /** A limit stopped the script. */
    STOPPED,
    /** The script did not run because nothing was free; the same script may run later. */
    BUSY,
    /** The calling thread was interrupted, or the library was closed. */
    CANCELLED,
    /** The sandbox failed. */
    CRASHED
}
