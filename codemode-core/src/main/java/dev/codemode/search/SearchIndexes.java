package dev.codemode.search;

import java.util.Objects;

/**
 * The indexes that come with the library.
 *
 * @since 0.1
 */
public final class SearchIndexes {
    private SearchIndexes() {}

    /**
     * Returns the built-in index: fields weighted into one BM25 score (Robertson, Zaragoza and Taylor, 2004), synonyms
     * at query time, and a higher rank for operations whose title the query explains. Needs no dependency.
     */
    public static SearchIndexFactory lexical() {
        return LexicalIndex::new;
    }

    /**
     * Returns the built-in index combined with an embedding model, which also finds operations that share no word with
     * a query: the score of words and the cosine of vectors, each relative to its best, are added with these weights.
     * If the model fails at a query, only words decide.
     *
     * @param weight the weight of meanings against words, from 0 to 1; .2 to .35 suit small models
     * @throws IllegalArgumentException if the weight is outside its range
     */
    public static SearchIndexFactory fused(Embedding embedding, double weight) {
        Objects.requireNonNull(embedding, "embedding");
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight must be between 0 and 1, but was " + weight + ".");
        }
        return catalog -> new LexicalIndex(catalog, operations -> new EmbeddingScores(embedding, weight, operations));
    }
}
