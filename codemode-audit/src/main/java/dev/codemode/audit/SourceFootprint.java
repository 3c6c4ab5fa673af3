package dev.codemode.audit;

import java.util.List;
import java.util.Objects;

/**
 * What one source, or all together, put into a model's context before its first turn. Immutable and thread-safe.
 *
 * @param name what the source is called in the audit
 * @param operations how many operations it has
 * @param toolTokens the tokens of one tool for each operation, with full input schemas
 * @param requiredToolTokens the same with required arguments and properties only
 * @param codeModeTokens the tokens of the two tools {@code search} and {@code execute} in front of the same operations
 * @param costliest the operations that cost the most as tools, at most {@link #MAX_COSTLIEST}, the first the most
 * @since 0.1
 */
public record SourceFootprint(
        String name,
        int operations,
        long toolTokens,
        long requiredToolTokens,
        int codeModeTokens,
        List<OperationCost> costliest) {
    /** How many operations are told of at most. */
    public static final int MAX_COSTLIEST = 10;

    /** Copies the list. */
    public SourceFootprint {
        Objects.requireNonNull(name, "name");
        costliest = List.copyOf(costliest);
    }

    /** Returns how many times the tokens of the two tools one tool for each operation takes, with full schemas. */
    public double ratio() {
        return (double) toolTokens / codeModeTokens;
    }

    /** Returns the same ratio with required arguments only. */
    public double requiredRatio() {
        return (double) requiredToolTokens / codeModeTokens;
    }
}
