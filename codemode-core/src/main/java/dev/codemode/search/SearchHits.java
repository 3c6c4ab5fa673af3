package dev.codemode.search;

import dev.codemode.catalog.Operation;
import java.util.List;

/**
 * A page of hits. Immutable and thread-safe.
 *
 * @param operations the hits of this page, best first
 * @param total how many operations matched in total
 * @param unmatchedWords words of the query that matched nothing, as spelt in the query
 * @since 0.1
 */
public record SearchHits(List<Operation> operations, int total, List<String> unmatchedWords) {
    /** Copies the lists. */
    public SearchHits {
        operations = List.copyOf(operations);
        unmatchedWords = List.copyOf(unmatchedWords);
    }
}
