package dev.codemode.benchmarks.scripts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.codemode.benchmarks.TextFile;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.script.PlainJavaScript;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.script.ScriptRequest;
import dev.codemode.source.ServiceSource;
import dev.codemode.typescript.CheckPolicy;
import dev.codemode.typescript.TypeScriptScripts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures what preparing and checking scripts costs, over GitHub's OpenAPI document: time of each step, time until scripts are
 * checked, memory; and what a check says about code that is known to be right.
 */
public final class ScriptsCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SMALL = 100;
    private static final int WARM_UPS = 150;
    /** The bytecode of SWC and of the interpreter is large, and is compiled in the background for many seconds. */
    private static final long WARM_UP_NANOS = 15_000_000_000L;

    private static final int ROUNDS = 200;
    private static final double MILLIS = 1e6;

    private static final String PLAIN = """
            const { data } = await github.issues.listForRepo({ owner: "octocat", repo: "hello", state: "open" });
            return data.map((issue) => issue.title);
            """;
    private static final String FIVE_LINES = """
            const where = { owner: "octocat", repo: "hello" };
            const { data } = await github.issues.listForRepo({ ...where, state: "open", per_page: 50 });
            const titles: string[] = data.map((issue) => issue.title);
            const long = titles.filter((title) => title.length > 20);
            ({ all: titles.length, long })
            """;
    private static final String THIRTY_LINES = """
            interface Row { number: number; title: string; labels: string[]; age: number }
            type Grouped<T> = Record<string, T[]>;
            const where = { owner: "octocat", repo: "hello" } as const;
            const group = <T>(items: T[], key: (item: T) => string): Grouped<T> =>
              items.reduce<Grouped<T>>((all, item) => ({ ...all, [key(item)]: [...(all[key(item)] ?? []), item] }), {});
            const [open, closed] = await Promise.all([
              github.issues.listForRepo({ ...where, state: "open", per_page: 100 }),
              github.issues.listForRepo({ ...where, state: "closed", per_page: 100 }),
            ]);
            const now = Date.parse("2026-01-31T00:00:00Z");
            const rows: Row[] = [...open.data, ...closed.data].map((issue) => ({
              number: issue.number,
              title: issue.title.trim(),
              labels: issue.labels.map((label) => (typeof label === "string" ? label : label.name ?? "")),
              age: Math.floor((now - Date.parse(issue.created_at)) / 86_400_000),
            }));
            const byLabel = group(rows.filter((row) => row.labels.length > 0), (row) => row.labels[0]);
            const ages = new Map<string, number>();
            for (const [label, all] of Object.entries(byLabel)) {
              ages.set(label, all.reduce((sum, row) => sum + row.age, 0) / all.length);
            }
            const oldest = [...ages].sort(([, a], [, b]) => b - a).slice(0, 5);
            const comments = await Promise.all(
              rows.slice(0, 10).map(async (row) => {
                const { data } = await github.issues.listComments({ ...where, issue_number: row.number, per_page: 5 });
                return { number: row.number, count: data.length, last: data.at(-1)?.body?.slice(0, 80) ?? null };
              }),
            );
            const summary = { total: rows.length, oldest, comments } satisfies Record<string, unknown>;
            summary
            """;

    private ScriptsCommand() {}

    /** Returns the command's usage. */
    public static String usage() {
        return """
                  scripts GITHUB [SNIPPETS.jsonl]
                                              time and memory of stripping and checking scripts with 100 operations and all
                                              of GitHub's document (also .gz); with snippets {name, code} that are right:
                                              those that the check refuses, and why
                """;
    }

    /** Runs the command and returns the exit status. */
    public static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        try (ServiceSource source = OpenApiSource.builder("github", TextFile.read(Path.of(arguments.get(0))))
                .baseUrl("https://api.github.com")
                .build()) {
            Catalog all = Catalog.of(source.load().services());
            if (arguments.size() > 1) {
                refusals(all, Path.of(arguments.get(1)), out);
            } else {
                cost(first(all), out);
                cost(all, out);
            }
        }
        return 0;
    }

    /** Returns a catalog of 100 operations, including those of the scripts. */
    private static Catalog first(Catalog all) {
        Set<Operation> some = all.operations().stream()
                .filter(operation -> operation.name().toString().startsWith("github.issues."))
                .collect(Collectors.toSet());
        all.operations().stream().limit(SMALL - some.size()).forEach(some::add);
        return all.filter(some::contains);
    }

    private static void cost(Catalog catalog, PrintStream out) throws IOException, InterruptedException {
        out.printf("%d operations%n", catalog.operations().size());
        time("plain JavaScript, plain preparer", PlainJavaScript.create(), PLAIN, catalog, out);
        cost("in a JVM", TypeScriptScripts::builder, catalog, out);
        String deno = System.getenv("CODEMODE_DENO");
        if (deno == null) {
            out.println("  on V8: set CODEMODE_DENO to the executable of Deno");
        } else {
            cost("on V8", () -> TypeScriptScripts.builder().deno(Path.of(deno)), catalog, out);
        }
    }

    private static void cost(
            String where, Supplier<TypeScriptScripts.Builder> builder, Catalog catalog, PrintStream out)
            throws InterruptedException {
        try (TypeScriptScripts off = builder.get().policy(CheckPolicy.OFF).build()) {
            time("strip 5 lines of TypeScript " + where, off, FIVE_LINES, catalog, out);
            time("strip 30 lines " + where, off, THIRTY_LINES, catalog, out);
        }
        Set<Long> before = children().collect(Collectors.toSet());
        long start = System.nanoTime();
        try (TypeScriptScripts strict = builder.get().build()) {
            strict.anticipate(catalog);
            strict.awaitChecked(Duration.ofMinutes(2));
            out.printf("  scripts are checked %s after %.1f s%n", where, (System.nanoTime() - start) / MILLIS / 1_000);
            time("check 2 lines of JavaScript " + where, strict, PLAIN, catalog, out);
            time("strip and check 5 lines " + where, strict, FIVE_LINES, catalog, out);
            time("strip and check 30 lines " + where, strict, THIRTY_LINES, catalog, out);
            out.printf(
                    "  resident memory of its processes: %s MiB%n",
                    children()
                            .filter(Predicate.not(before::contains))
                            .map(ScriptsCommand::residentMiB)
                            .toList());
        }
    }

    private static Stream<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid);
    }

    private static String residentMiB(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) >> 10))
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }

    private static void time(String what, ScriptPreparer preparer, String script, Catalog catalog, PrintStream out) {
        int fresh = 0;
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (int i = 0; i < WARM_UPS || System.nanoTime() - end < 0; i++) {
            require(settled(preparer.prepare(new ScriptRequest(fresh(script, fresh++), catalog))));
        }
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ScriptRequest request = new ScriptRequest(fresh(script, fresh++), catalog);
            long start = System.nanoTime();
            require(settled(preparer.prepare(request)));
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        out.printf(
                "  %-40s p50 %7.2f ms  p95 %7.2f ms%n",
                what, times[ROUNDS / 2] / MILLIS, times[ROUNDS * 95 / 100] / MILLIS);
    }

    /** No script is measured twice. */
    private static String fresh(String script, int number) {
        return script.replace("octocat", "octocat" + number);
    }

    private static PreparedScript settled(PreparedScript prepared) {
        return prepared instanceof PreparedScript.Ready ready && !found(ready).passed()
                ? new PreparedScript.Rejected(found(ready).mistakes())
                : prepared;
    }

    private static PreparedScript.Findings found(PreparedScript.Ready ready) {
        return ready.check().findings().toCompletableFuture().join();
    }

    private static void require(PreparedScript prepared) {
        if (!(prepared instanceof PreparedScript.Ready)) {
            throw new IllegalStateException("A right script is refused: " + prepared);
        }
    }

    private static void refusals(Catalog catalog, Path snippets, PrintStream out)
            throws IOException, InterruptedException {
        int total = 0;
        int syntax = 0;
        int refused = 0;
        int hinted = 0;
        try (TypeScriptScripts strict = TypeScriptScripts.create()) {
            strict.anticipate(catalog);
            strict.awaitChecked(Duration.ofMinutes(2));
            for (String line : TextFile.read(snippets).lines().toList()) {
                JsonNode snippet = JSON.readTree(line);
                String code = snippet.path("code").asText();
                PreparedScript prepared = settled(strict.prepare(new ScriptRequest(code, catalog)));
                total++;
                if (prepared instanceof PreparedScript.Ready ready) {
                    hinted += found(ready).hints().isEmpty() ? 0 : 1;
                    continue;
                }
                PreparedScript.Rejected rejected = (PreparedScript.Rejected) prepared;
                boolean parses = !rejected.mistakes().get(0).kind().equals("SyntaxError");
                refused += parses ? 1 : 0;
                syntax += parses ? 0 : 1;
                out.println(snippet.path("name").asText());
                rejected.mistakes()
                        .forEach(mistake -> out.println("  " + mistake.kind() + " " + mistake.message()
                                + (mistake.position() == null
                                        ? ""
                                        : " | "
                                                + lineOf(
                                                        code, mistake.position().line()))));
            }
        }
        out.printf(
                "%d snippets: %d refused by the check, %d by the parser; %d run with a hint%n",
                total, refused, syntax, hinted);
    }

    private static String lineOf(String code, int line) {
        return code.lines().skip(line - 1L).findFirst().orElse("").strip();
    }
}
