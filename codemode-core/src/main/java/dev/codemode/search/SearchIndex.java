package dev.codemode.search;

/**
 * Finds operations by words. Prove an implementation against the built-in one, {@code SearchIndexes.lexical()}. Built for
 * one catalog; implementations are immutable and thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SearchIndex {
    /** Returns the best operations for the request, best first; equal requests get equal answers. Never throws. */
    SearchHits search(SearchRequest request);
}
