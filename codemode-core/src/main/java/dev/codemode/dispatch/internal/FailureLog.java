package dev.codemode.dispatch.internal;

import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Visible;
import java.util.HashSet;
import java.util.Set;

/**
 * Logs the operations that failed in one execution: a script chooses how often they do. Invariant, held by
 * {@code FailureLogTest}: one stack trace per operation and class of failure, at most {@value #MAX_TRACES}, and one
 * line of bounded length for each further failure. Thread-safe.
 */
final class FailureLog {
    static final int MAX_TRACES = 20;

    private static final System.Logger LOG = System.getLogger("dev.codemode.dispatch");
    private static final int MAX_MESSAGE = 200;

    private final Set<String> traced = new HashSet<>();

    /** Logs a failure under the reference that the script got. */
    void failed(String operation, String reference, Throwable failure) {
        String text = "Operation " + operation + " failed; the script was given reference " + reference;
        if (isFirst(operation, failure)) {
            LOG.log(System.Logger.Level.WARNING, text, failure);
            return;
        }
        String again = Visible.line(Excerpt.of(failure.toString(), MAX_MESSAGE));
        LOG.log(System.Logger.Level.WARNING, "{0}, again: {1}", text, again);
    }

    private synchronized boolean isFirst(String operation, Throwable failure) {
        return traced.size() < MAX_TRACES
                && traced.add(operation + " " + failure.getClass().getName());
    }
}
