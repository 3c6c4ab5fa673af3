package dev.codemode.benchmarks.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.codemode.catalog.Operation;
import dev.codemode.search.Embedding;
import dev.codemode.search.SearchIndex;
import dev.codemode.search.SearchIndexFactory;
import dev.codemode.search.SearchIndexes;
import dev.codemode.search.SearchRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Ranks the operations of corpora for labelled queries, and reports the cost of building and querying. */
public final class SearchCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RANKED = 20;

    private final PrintStream out;
    private final Map<String, Corpus> corpora = new HashMap<>();
    private final List<Path> queries = new ArrayList<>();
    private Path results = Path.of("");
    private SearchIndexFactory factory = SearchIndexes.lexical();

    private SearchCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the command's usage. */
    public static String usage() {
        return """
                  search --queries FILE_OR_DIRECTORY --openapi NAME=FILE... --operations NAME=FILE.jsonl... --out FILE
                                              ranks the operations of OpenAPI documents and of lists of normalized
                                              operations (each also .gz) for labelled queries {corpus, query}, and
                                              writes {corpus, query, ranked}; queries of other corpora are left out;
                                              --embedding CLASS=WEIGHT adds a model of meanings from the class path
                """;
    }

    /** Runs the command and returns the exit status. */
    public static int run(List<String> arguments, PrintStream out) throws IOException {
        SearchCommand command = new SearchCommand(out);
        if (!command.read(arguments)) {
            out.print("usage: benchmarks.jar\n" + usage());
            return 2;
        }
        return command.rank() ? 0 : 1;
    }

    private boolean read(List<String> arguments) throws IOException {
        String option = "";
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                option = argument;
                continue;
            }
            String[] pair = argument.split("=", 2);
            switch (option) {
                case "--queries" -> queries.add(Path.of(argument));
                case "--openapi" -> corpora.put(pair[0], Corpus.ofOpenApi(pair[0], Path.of(pair[1])));
                case "--operations" -> corpora.put(pair[0], Corpus.ofLines(pair[0], Path.of(pair[1])));
                case "--embedding" -> factory = SearchIndexes.fused(embedding(pair[0]), Double.parseDouble(pair[1]));
                case "--out" -> results = Path.of(argument);
                default -> {
                    return false;
                }
            }
        }
        return !queries.isEmpty() && !corpora.isEmpty() && !results.toString().isEmpty();
    }

    private static Embedding embedding(String className) {
        try {
            return (Embedding) Class.forName(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No embedding can be made of class " + className + ": " + e, e);
        }
    }

    private boolean rank() throws IOException {
        Map<String, Set<String>> asked = asked();
        int left = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(results)) {
            for (Map.Entry<String, Set<String>> entry : asked.entrySet()) {
                Corpus corpus = corpora.get(entry.getKey());
                if (corpus == null) {
                    left += entry.getValue().size();
                } else {
                    rank(entry.getKey(), corpus, entry.getValue(), writer);
                }
            }
        }
        if (left > 0) {
            out.println(left + " queries are about other corpora");
        }
        return left == 0;
    }

    private Map<String, Set<String>> asked() throws IOException {
        Map<String, Set<String>> asked = new HashMap<>();
        for (Path path : queries) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".jsonl"))
                        .sorted()
                        .toList()) {
                    for (String line : Files.readAllLines(file)) {
                        JsonNode node = JSON.readTree(line);
                        asked.computeIfAbsent(node.path("corpus").asText(), key -> new LinkedHashSet<>())
                                .add(node.path("query").asText());
                    }
                }
            }
        }
        return asked;
    }

    private void rank(String name, Corpus corpus, Set<String> texts, BufferedWriter writer) throws IOException {
        long start = System.nanoTime();
        SearchIndex index = factory.index(corpus.catalog());
        double buildMillis = (System.nanoTime() - start) / 1e6;
        List<Long> nanos = new ArrayList<>();
        for (String query : texts) {
            SearchRequest request = new SearchRequest(query, operation -> true, RANKED, 0);
            long asked = System.nanoTime();
            List<Operation> found = index.search(request).operations();
            nanos.add(System.nanoTime() - asked);
            List<String> ranked = found.stream()
                    .map(operation -> corpus.labels().get(operation.name()))
                    .toList();
            writer.write(JSON.writeValueAsString(Map.of("corpus", name, "query", query, "ranked", ranked)));
            writer.newLine();
        }
        long[] sorted = nanos.stream().mapToLong(each -> each).sorted().toArray();
        out.printf(
                "%-20s %6d operations, built in %6.0f ms, %4d queries, p50 %.2f ms, p95 %.2f ms%n",
                name,
                corpus.labels().size(),
                buildMillis,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6);
    }
}
