package dev.codemode.execution;

/**
 * Is notified of every execution, for audit logs and metrics:
 *
 * <pre>{@code
 * builder.listener(event -> {
 *     if (event instanceof ExecutionEvent.Ended ended) {
 *         audit.write(ended.execution());
 *     }
 * });
 * }</pre>
 *
 * <p>What it throws is logged and changes nothing. Implementations are thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ExecutionListener {
    /**
     * Takes an event on the thread on which it happened: that of the execution, or that of a call. The script waits
     * meanwhile, so that slow work belongs on another thread. Further kinds of events may be added; ignore those that you
     * do not know.
     */
    void on(ExecutionEvent event);
}
