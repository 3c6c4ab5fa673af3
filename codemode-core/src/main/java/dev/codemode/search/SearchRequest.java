package dev.codemode.search;

import dev.codemode.catalog.Operation;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A search for operations. Immutable and thread-safe, as far as the predicate is.
 *
 * @param query words in any language; hostile text
 * @param visible which operations may be found; asked while ranking, so that hidden operations leave no trace in the
 *     count
 * @param limit at most this many hits, from 1
 * @param offset how many hits to skip, from 0
 * @since 0.1
 */
public record SearchRequest(String query, Predicate<Operation> visible, int limit, int offset) {
    /** Checks the numbers. */
    public SearchRequest {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(visible, "visible");
        if (limit < 1 || offset < 0) {
            throw new IllegalArgumentException(
                    "limit must be at least 1 and offset at least 0, but were " + limit + " and " + offset + ".");
        }
    }
}
