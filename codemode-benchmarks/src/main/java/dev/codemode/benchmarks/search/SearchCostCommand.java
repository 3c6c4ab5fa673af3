package dev.codemode.benchmarks.search;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.codemode.CodeMode;
import dev.codemode.SearchAnswer;
import dev.codemode.SearchQuery;
import dev.codemode.benchmarks.TextFile;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.search.SearchIndex;
import dev.codemode.search.SearchIndexes;
import dev.codemode.search.SearchRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures what a warm index costs: build time, memory, search time, and how they grow with the operations; and the
 * tokens of answers.
 */
public final class SearchCostCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Integer> COPIES = List.of(1, 2, 4, 8);
    private static final int BUILDS = 15;
    private static final int COUNTED_BUILDS = 5;
    private static final int WARM_ROUNDS = 20;
    private static final int ROUNDS = 5;
    private static final int COLLECTIONS = 4;
    private static final double MILLIS = 1e6;
    private static final double MEGABYTE = 1e6;
    private static final int HITS = 8;

    private SearchCostCommand() {}

    /** Returns the command's usage. */
    public static String usage() {
        return """
                  search-cost DOCUMENT QUERIES.jsonl [COPIES...]
                                              time and memory of a warm index over the operations of an OpenAPI document
                                              (also .gz), once and 2, 4 and 8 times over, with these queries {query}
                """;
    }

    /** Runs the command and returns the exit status. */
    public static int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() < 2) {
            out.print("usage: benchmarks.jar\n" + usage());
            return 2;
        }
        Corpus corpus = Corpus.ofOpenApi("api", Path.of(arguments.get(0)));
        List<String> queries = new ArrayList<>();
        for (String line : TextFile.read(Path.of(arguments.get(1))).lines().toList()) {
            queries.add(JSON.readTree(line).path("query").asText());
        }
        List<Integer> copies = arguments.size() == 2
                ? COPIES
                : arguments.subList(2, arguments.size()).stream()
                        .map(Integer::valueOf)
                        .toList();
        out.printf("%10s %10s %12s %10s %10s%n", "operations", "build ms", "kept MB", "p50 ms", "p95 ms");
        for (int number : copies) {
            measure(corpus.copies(number), queries, out);
        }
        answers(corpus.catalog(), queries, out);
        return 0;
    }

    private static void answers(Catalog catalog, List<String> queries, PrintStream out) {
        Encoding tokenizer = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
        TypeScriptDeclarations declarations = TypeScriptDeclarations.of(catalog);
        long tokens = 0;
        long hits = 0;
        int complete = 0;
        int typed = 0;
        try (CodeMode codeMode = CodeMode.builder()
                .source(new CatalogSource(catalog))
                .sandbox(GraalSandbox.unsafeInProcess())
                .build()) {
            for (String query : queries) {
                SearchAnswer answer = codeMode.search(SearchQuery.of(query), Caller.anonymous());
                tokens += tokenizer.countTokensOrdinary(answer.text());
                hits += answer.operations().size();
                if (!answer.operations().isEmpty()) {
                    Operation best =
                            catalog.find(answer.operations().get(0).toString()).orElseThrow();
                    complete += has(answer, declarations.typesOfArguments(best)) ? 1 : 0;
                    typed += has(
                                    answer,
                                    declarations.typesOfResult(best).stream()
                                            .limit(1)
                                            .toList())
                            ? 1
                            : 0;
                }
            }
        }
        out.printf(
                "%nAnswers to %,d queries: %.0f tokens (o200k_base) in the mean, %.0f a hit; %.0f %% declare every type of the"
                        + " best hit's arguments, %.0f %% the type of its result%n",
                queries.size(),
                (double) tokens / queries.size(),
                (double) tokens / hits,
                100.0 * complete / queries.size(),
                100.0 * typed / queries.size());
    }

    private static boolean has(SearchAnswer answer, List<TypeDefinition> types) {
        return types.stream()
                .allMatch(type -> answer.text().contains("interface " + type.name() + " ")
                        || answer.text().contains("type " + type.name() + " "));
    }

    private static void measure(Catalog catalog, List<String> queries, PrintStream out) {
        long[] builds = new long[BUILDS];
        for (int i = 0; i < BUILDS; i++) {
            long start = System.nanoTime();
            SearchIndexes.lexical().index(catalog);
            builds[i] = System.nanoTime() - start;
        }
        long before = used();
        SearchIndex index = SearchIndexes.lexical().index(catalog);
        double kept = (used() - before) / MEGABYTE;
        for (int i = 0; i < WARM_ROUNDS; i++) {
            search(index, queries);
        }
        long[] nanos = new long[ROUNDS * queries.size()];
        for (int i = 0; i < ROUNDS; i++) {
            System.arraycopy(search(index, queries), 0, nanos, i * queries.size(), queries.size());
        }
        out.printf(
                "%,10d %10.0f %12.1f %10.2f %10.2f%n",
                catalog.operations().size(),
                percentile(Arrays.copyOfRange(builds, BUILDS - COUNTED_BUILDS, BUILDS), 50) / MILLIS,
                kept,
                percentile(nanos, 50) / MILLIS,
                percentile(nanos, 95) / MILLIS);
    }

    private static long[] search(SearchIndex index, List<String> queries) {
        long[] nanos = new long[queries.size()];
        for (int i = 0; i < nanos.length; i++) {
            SearchRequest request = new SearchRequest(queries.get(i), operation -> true, HITS, 0);
            long start = System.nanoTime();
            index.search(request);
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static double percentile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * percent / 100];
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
