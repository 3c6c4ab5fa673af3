package dev.codemode.search;

/**
 * The indexes that come with the library.
 *
 * @since 0.1
 */
public final class SearchIndexes {
    private SearchIndexes() {}

    /**
     * Returns the built-in index: fields weighted into one BM25 score (Robertson, Zaragoza and Taylor, 2004), synonyms
     * at query time, and more for operations whose title the query explains. Needs no dependency.
     */
    public static SearchIndexFactory lexical() {
        return LexicalIndex::new;
    }
}
