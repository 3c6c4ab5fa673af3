package dev.codemode.search;

/**
 * A model that turns text into a vector, so that texts with similar meanings have vectors with similar directions.
 * Implementations are thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Embedding {
    /**
     * Returns the vector of a text; all have the same length. May block: it is called once for each operation when an index
     * is built, and once for each search.
     *
     * @param text a name and a title of an operation, or a query, which is hostile text
     */
    float[] of(String text);
}
