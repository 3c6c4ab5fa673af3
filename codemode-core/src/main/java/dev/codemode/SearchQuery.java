package dev.codemode;

import java.util.Objects;

/**
 * A query for operations in the catalog. Immutable and thread-safe.
 *
 * @param text words, or exact dotted names separated by spaces or commas; empty asks for the overview of services
 * @param service only operations of this service; empty means all
 * @param limit at most this many hits, 1 to {@link #MAX_LIMIT}
 * @param offset how many hits to skip, from 0
 * @since 0.1
 */
public record SearchQuery(String text, String service, int limit, int offset) {
    /** The default number of hits. */
    public static final int DEFAULT_LIMIT = 8;

    /** The maximum number of hits in one answer. */
    public static final int MAX_LIMIT = 50;

    /** Checks the numbers. */
    public SearchQuery {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(service, "service");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be between 1 and " + MAX_LIMIT + ", but was " + limit + ".");
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offset must be at least 0, but was " + offset + ".");
        }
    }

    /** Returns the query for the first hits in all services. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, "", DEFAULT_LIMIT, 0);
    }
}
