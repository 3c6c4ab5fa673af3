package dev.codemode;

import dev.codemode.dispatch.CallRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an execution. Immutable and thread-safe.
 *
 * @param status how the script ended
 * @param text the text for the model: the result as JSON, or the error; then the console's output
 * @param resultJson the whole result as JSON text, unshortened; null if there is none
 * @param calls the calls that the script made, in dispatch order
 * @since 0.1
 */
public record ExecuteAnswer(
        Status status, String text, @Nullable String resultJson, List<CallRecord> calls) {
    /** Copies the calls. */
    public ExecuteAnswer {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(text, "text");
        calls = List.copyOf(calls);
    }

    /** Returns whether the text is an error. */
    public boolean failed() {
        return status != Status.COMPLETED;
    }

    /** The way a script ended. */
    public enum Status {
        /** It returned. */
        COMPLETED,
        /** It was refused, or it failed through its own fault or an operation's. */
        FAILED,
        /** A limit stopped it. */
        STOPPED,
        /** It did not run because there was no free place; the same script may run later. */
        BUSY,
        /** The calling thread was interrupted, or the library was closed. */
        CANCELLED,
        /** The sandbox failed. */
        CRASHED
    }
}
