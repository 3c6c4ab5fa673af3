package dev.codemode.dispatch;

/**
 * Is notified of every execution, for audit logs and metrics. Its exceptions are logged and change nothing.
 * Implementations are thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ExecutionListener {
    /** Takes the record of an execution that has ended, on the thread that ran it, before its answer is returned. */
    void ended(ExecutionRecord execution);
}
