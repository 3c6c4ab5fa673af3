package dev.codemode.audit;

import java.util.List;
import java.util.Objects;

/**
 * The tokens that one source, or all together, put into a model's context before its first turn. Immutable and
 * thread-safe.
 *
 * @param name the source's name in the audit
 * @param operations how many operations it has
 * @param toolTokens the tokens of one tool per operation, with full input schemas
 * @param requiredToolTokens the same with only required arguments and properties
 * @param codeModeTokens the tokens of the two tools {@code search} and {@code execute} in front of the same operations
 * @param costliest the operations that cost the most as tools, at most {@link #MAX_COSTLIEST}, most expensive first
 * @since 0.1
 */
public record SourceFootprint(
        String name,
        int operations,
        long toolTokens,
        long requiredToolTokens,
        int codeModeTokens,
        List<OperationCost> costliest) {
    /** The maximum number of operations that are listed. */
    public static final int MAX_COSTLIEST = 10;

    /** Copies the list. */
    public SourceFootprint {
        Objects.requireNonNull(name, "name");
        costliest = List.copyOf(costliest);
    }

    /** Returns how many times as many tokens one tool per operation takes as the two tools, with full schemas. */
    public double ratio() {
        return (double) toolTokens / codeModeTokens;
    }

    /** Returns the same ratio with only required arguments. */
    public double requiredRatio() {
        return (double) requiredToolTokens / codeModeTokens;
    }
}
