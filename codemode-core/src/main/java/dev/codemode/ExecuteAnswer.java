package dev.codemode;

import dev.codemode.execution.CallRecord;
import dev.codemode.execution.ExecutionStatus;
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
        ExecutionStatus status, String text, @Nullable String resultJson, List<CallRecord> calls) {
    /** Copies the calls. */
    public ExecuteAnswer {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(text, "text");
        calls = List.copyOf(calls);
    }

    /** Returns whether the text is an error. */
    public boolean failed() {
        return status != ExecutionStatus.COMPLETED;
    }
}
