package dev.codemode.benchmarks.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.benchmarks.TextFile;
import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.openapi.OpenApiSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Loads randomly mutated documents. A fault is an exception, even one that the reader has caught and logged, or a
 * document that takes longer than ten seconds; it is written to a file. Exits with 1 if there was one.
 */
public final class FuzzDocumentsCommand {
    private static final List<String> WORDS = List.of(
            "allOf",
            "oneOf",
            "anyOf",
            "not",
            "items",
            "prefixItems",
            "properties",
            "additionalProperties",
            "enum",
            "const",
            "type",
            "format",
            "pattern",
            "required",
            "default",
            "discriminator",
            "$ref",
            "$id",
            "$anchor",
            "nullable",
            "minimum",
            "maxLength",
            "multipleOf",
            "readOnly",
            "parameters",
            "requestBody",
            "responses",
            "content",
            "schema",
            "in",
            "name",
            "style",
            "explode",
            "servers",
            "url",
            "security",
            "headers",
            "encoding",
            "patternProperties");

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 1_000_000;

    private final PrintStream out;
    private final List<JsonNode> trees;
    private final List<Throwable> caught = new ArrayList<>();
    private long documents;
    private long slowest;
    private int faults;

    private FuzzDocumentsCommand(PrintStream out, List<JsonNode> trees) {
        this.out = out;
        this.trees = trees;
    }

    /** Returns the command's usage. */
    public static String usage() {
        return """
                  fuzz-documents [--minutes N] [--seed N] FILE_OR_DIRECTORY...
                                              loads OpenAPI documents that have been changed by chance, those above 1 MB
                                              left out; each fault goes into a file fuzz-SEED.txt
                """;
    }

    /** Runs the command and returns the exit status. */
    public static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(arguments);
        long minutes = FuzzOptions.take(rest, "--minutes", 10);
        long seed = FuzzOptions.take(rest, "--seed", 1);
        List<JsonNode> trees = new ArrayList<>();
        for (String place : rest) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(file, trees);
                }
            }
        }
        return new FuzzDocumentsCommand(out, trees).run(Duration.ofMinutes(minutes), seed);
    }

    private static void add(Path file, List<JsonNode> trees) throws IOException {
        if (!file.toString().matches(".*\\.json(\\.gz)?")) {
            return;
        }
        String text = TextFile.read(file);
        if (text.length() <= MAX_BYTES) {
            trees.add(new ObjectMapper().readTree(text));
        }
    }

    private int run(Duration time, long firstSeed) throws IOException, InterruptedException {
        CaughtLog.replace("dev.codemode.openapi", caught::add);
        long end = System.nanoTime() + time.toNanos();
        for (long seed = firstSeed; System.nanoTime() < end; seed++) {
            Random random = new Random(seed);
            JsonNode tree = trees.get(random.nextInt(trees.size()));
            String text = new JsonMutations(random, WORDS).mutated(tree);
            if (!check(text, seed)) {
                break;
            }
        }
        out.printf(
                Locale.ROOT,
                "%,d documents of %,d, the slowest took %,d ms; %,d faults%n",
                documents,
                trees.size(),
                slowest,
                faults);
        return faults == 0 ? 0 : 1;
    }

    /** Returns whether there is a thread left to continue with. */
    private boolean check(String text, long seed) throws IOException, InterruptedException {
        documents++;
        caught.clear();
        long start = System.nanoTime();
        CompletableFuture<Void> loading = new CompletableFuture<>();
        Thread thread = new Thread(() -> load(text, loading));
        thread.setDaemon(true);
        thread.start();
        try {
            loading.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            caught.add(e.getCause());
        } catch (TimeoutException e) {
            fault(text, seed, "takes longer than " + LONGEST);
            return false;
        }
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
        if (!caught.isEmpty()) {
            fault(
                    text,
                    seed,
                    caught.get(0) + " "
                            + List.of(caught.get(0).getStackTrace()).stream()
                                    .limit(6)
                                    .toList());
        }
        return true;
    }

    private static void load(String text, CompletableFuture<Void> loading) {
        try (OpenApiSource source = OpenApiSource.builder("api", text).build()) {
            source.load()
                    .services()
                    .forEach(service -> TypeScriptDeclarations.of(Catalog.of(List.of(service)))
                            .service(service));
            loading.complete(null);
        } catch (RuntimeException | Error e) {
            loading.completeExceptionally(e);
        }
    }

    private void fault(String text, long seed, String what) throws IOException {
        faults++;
        Path file = Path.of("fuzz-" + seed + ".txt");
        Files.writeString(file, text);
        out.println(file + ": " + what);
    }
}
