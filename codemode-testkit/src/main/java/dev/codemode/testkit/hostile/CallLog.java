package dev.codemode.testkit.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls of one execution that reached handlers. Thread-safe.
 *
 * @since 0.1
 */
public final class CallLog {
    private final List<String> started = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private boolean ended;

    /** Creates the log of an execution that has not ended. */
    public CallLog() {}

    /** Records that a handler was reached. */
    synchronized void start(String operation) {
        (ended ? late : started).add(operation);
    }

    /** Records that the caller has its answer: calls that start from now on are late. */
    public synchronized void end() {
        ended = true;
    }

    /** Returns the operations whose handlers were reached before the end, in order. */
    public synchronized List<String> started() {
        return List.copyOf(started);
    }

    /** Returns the operations whose handlers were reached after the end. */
    public synchronized List<String> late() {
        return List.copyOf(late);
    }
}
