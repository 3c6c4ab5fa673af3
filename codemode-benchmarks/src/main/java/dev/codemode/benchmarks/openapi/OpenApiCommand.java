package dev.codemode.benchmarks.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.codemode.CodeMode;
import dev.codemode.CodeModeBuilder;
import dev.codemode.SearchQuery;
import dev.codemode.benchmarks.TextFile;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Service;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.source.SourceSnapshot;
import dev.codemode.testkit.ScriptedSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loads documents and reports what became of them: operations against an independent count, types, warnings, time,
 * memory, the first search, and the tokens of both tools for 1, 5 and 50 sources. Exits with 1 if an operation was
 * lost.
 */
public final class OpenApiCommand {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final PrintStream out;
    private final Path declarations;
    private final boolean places;
    private int lost;

    private OpenApiCommand(PrintStream out, Path declarations, boolean places) {
        this.out = out;
        this.declarations = declarations;
        this.places = places;
    }

    /** Returns the command's usage. */
    public static String usage() {
        return """
                  openapi [--declarations DIRECTORY] [--places] [--sources] FILE_OR_DIRECTORY...
                                              loads OpenAPI documents (.json, .yaml, each also .gz), and reports
                                              operations, types, time and memory; writes a .d.ts for each,
                                              names the places without a type, and measures both tools with 1, 5 and
                                              50 sources, the documents over and over
                """;
    }

    /** Runs the command and returns the exit status. */
    public static int run(List<String> arguments, PrintStream out) throws IOException {
        List<String> rest = new ArrayList<>(arguments);
        Path declarations = Path.of("");
        int option = rest.indexOf("--declarations");
        if (option >= 0) {
            rest.remove(option);
            declarations = Files.createDirectories(Path.of(rest.remove(option)));
        }
        boolean sources = rest.remove("--sources");
        OpenApiCommand command = new OpenApiCommand(out, declarations, rest.remove("--places"));
        List<Path> files = new ArrayList<>();
        for (String argument : rest) {
            try (Stream<Path> found = Files.walk(Path.of(argument))) {
                found.filter(OpenApiCommand::isDocument).sorted().forEach(files::add);
            }
        }
        out.printf(
                "%-34s %10s %7s %6s %6s %7s %6s %8s %9s %9s %10s %10s%n",
                "document",
                "operations",
                "warnings",
                "types",
                "full",
                "partly",
                "unkn.",
                "load ms",
                "KiB/1000",
                "build ms",
                "search ms",
                "heap MiB");
        for (Path file : files) {
            command.report(file);
        }
        if (sources) {
            command.tools(files);
        }
        return command.lost == 0 && !files.isEmpty() ? 0 : 1;
    }

    private static boolean isDocument(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*\\.(json|ya?ml)(\\.gz)?");
    }

    private static String name(Path file) {
        String stem = file.getFileName().toString().replaceFirst("\\.(json|ya?ml)(\\.gz)?$", "");
        String name = stem.replaceAll("[^A-Za-z0-9]+", "_");
        return Character.isDigit(name.charAt(0)) ? "v" + name : name;
    }

    /** Documents in several directories may have the same name. */
    private static String directory(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null
                ? ""
                : parent.getFileName() + "-" + (file.toString().contains("yaml") ? "yaml-" : "");
    }

    private void report(Path file) throws IOException {
        String name = name(file);
        long before = used();
        long start = System.nanoTime();
        OpenApiSource source = OpenApiSource.builder(name, TextFile.read(file))
                .baseUrl("http://127.0.0.1:9")
                .build();
        double loadMillis = (System.nanoTime() - start) / 1e6;
        long retained = used() - before;
        SourceSnapshot snapshot = source.load();
        if (snapshot.services().isEmpty()) {
            out.printf("%-34s %s%n", name, snapshot.issues());
            lost++;
            return;
        }
        Service service = snapshot.services().get(0);
        int loaded = service.operations().size();
        int expected = file.toString().contains(".json") ? count(TextFile.read(file)) : loaded;
        lost += Math.abs(expected - loaded);
        Coverage coverage = Coverage.of(service);
        String operations = loaded == expected ? String.valueOf(loaded) : loaded + "/" + expected;
        double[] times = loaded == 0 ? new double[2] : searchTimes(source);
        out.printf(
                "%-34s %10s %7d %6d %6d %7d %6d %8.0f %9.0f %9.0f %10.1f %10.1f%n",
                name,
                operations,
                snapshot.issues().size(),
                service.types().size(),
                coverage.full(),
                coverage.partly(),
                coverage.unknown(),
                loadMillis,
                loaded == 0 ? 0 : retained / 1024.0 / loaded * 1000,
                times[0],
                times[1],
                retained / 1048576.0);
        if (places) {
            coverage.places()
                    .forEach(place -> out.println("    " + place.getValue() + " unknown in " + place.getKey()));
            snapshot.issues().stream()
                    .limit(5)
                    .forEach(issue -> out.println("    " + issue.location() + ": " + issue.message()));
        }
        if (!declarations.toString().isEmpty()) {
            String text =
                    TypeScriptDeclarations.of(Catalog.of(snapshot.services())).all();
            Files.writeString(declarations.resolve(directory(file) + name + ".d.ts"), text);
        }
    }

    /** Counts methods of paths, knowing nothing else about documents. */
    private static int count(String text) throws IOException {
        int count = 0;
        for (JsonNode item : new ObjectMapper().readTree(text).path("paths")) {
            for (var entry : item.properties()) {
                count += METHODS.contains(entry.getKey()) ? 1 : 0;
            }
            count += item.path("additionalOperations").size();
        }
        return count;
    }

    private static double[] searchTimes(OpenApiSource source) {
        long start = System.nanoTime();
        try (CodeMode codeMode = codeMode(List.of(source))) {
            double build = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            codeMode.search(SearchQuery.of("create a new item"), Caller.anonymous());
            return new double[] {build, (System.nanoTime() - start) / 1e6};
        }
    }

    private static CodeMode codeMode(List<OpenApiSource> sources) {
        CodeModeBuilder builder = CodeMode.builder().sandbox(ScriptedSandbox.returning("null"));
        sources.forEach(builder::source);
        return builder.build();
    }

    /** Prints the tokens of both tools for several numbers of sources, repeating the documents. */
    private void tools(List<Path> files) throws IOException {
        Encoding tokens = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
        List<Path> large = new ArrayList<>(files);
        large.removeIf(file -> file.toFile().length() < 20_000);
        for (int count : large.isEmpty() ? new int[0] : new int[] {1, 5, 50}) {
            List<OpenApiSource> sources = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Path file = large.get(i % large.size());
                sources.add(OpenApiSource.builder(name(file) + "_" + i, TextFile.read(file))
                        .baseUrl("http://127.0.0.1:9")
                        .build());
            }
            try (CodeMode codeMode = codeMode(sources)) {
                int operations =
                        codeMode.catalog(Caller.anonymous()).operations().size();
                int sum = codeMode.tools(Caller.anonymous()).stream()
                        .mapToInt(tool -> tokens.countTokensOrdinary(
                                tool.name() + tool.title() + tool.description() + tool.inputSchemaJson()))
                        .sum();
                out.printf("%2d sources, %,7d operations: both tools are %,d tokens%n", count, operations, sum);
            }
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
