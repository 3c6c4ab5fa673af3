package dev.codemode.examples.embedding;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.search.SearchIndex;
import dev.codemode.search.SearchIndexes;
import dev.codemode.search.SearchRequest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Searches an OpenAPI document by words only, and by words and meanings. */
public final class Main {
    private static final double WEIGHT = .2;
    private static final int HITS = 5;

    private Main() {}

    /** Runs the command {@code DOCUMENT QUERY...}. */
    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("Usage: Main DOCUMENT QUERY...");
            System.exit(2);
        }
        run(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length), System.out);
    }

    static void run(Path document, List<String> queries, PrintStream out) {
        try (OpenApiSource source = OpenApiSource.builder("api", document)
                .baseUrl("https://api.invalid")
                .build()) {
            Catalog catalog = Catalog.of(source.load().services());
            SearchIndex words = SearchIndexes.lexical().index(catalog);
            long start = System.nanoTime();
            SearchIndex fused =
                    SearchIndexes.fused(new MiniLmEmbedding(), WEIGHT).index(catalog);
            out.printf(
                    Locale.ROOT,
                    "%,d operations, embedded in %,d ms%n",
                    catalog.operations().size(),
                    (System.nanoTime() - start) / 1_000_000);
            for (String query : queries) {
                out.println(query);
                out.println("  words            " + names(words, query));
                out.println("  words, meanings  " + names(fused, query));
            }
        }
    }

    private static List<String> names(SearchIndex index, String query) {
        return index.search(new SearchRequest(query, operation -> true, HITS, 0)).operations().stream()
                .map(Operation::name)
                .map(Object::toString)
                .toList();
    }
}
