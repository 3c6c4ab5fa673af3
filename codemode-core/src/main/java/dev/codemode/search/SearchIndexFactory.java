package dev.codemode.search;

import dev.codemode.catalog.Catalog;

/**
 * Builds an index for a catalog; called again when the catalog changes. Implementations are thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SearchIndexFactory {
    /** Returns an index of every operation of the catalog. */
    SearchIndex index(Catalog catalog);
}
