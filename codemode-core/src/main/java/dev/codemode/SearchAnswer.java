package dev.codemode;

import dev.codemode.catalog.OperationName;
import java.util.List;
import java.util.Objects;

/**
 * The answer to a search. Immutable and thread-safe.
 *
 * @param text the text for the model: a count, then TypeScript
 * @param operations the operations of this page, best first
 * @param total how many operations matched in total
 * @since 0.1
 */
public record SearchAnswer(String text, List<OperationName> operations, int total) {
    /** Copies the names. */
    public SearchAnswer {
        Objects.requireNonNull(text, "text");
        operations = List.copyOf(operations);
    }
}
