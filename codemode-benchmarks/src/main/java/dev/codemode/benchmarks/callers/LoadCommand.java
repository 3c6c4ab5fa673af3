package dev.codemode.benchmarks.callers;

import dev.codemode.CodeMode;
import dev.codemode.CodeModeBuilder;
import dev.codemode.benchmarks.SandboxKind;
import dev.codemode.benchmarks.Shop;
import dev.codemode.benchmarks.TextFile;
import dev.codemode.catalog.Caller;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.mcp.McpHttpServer;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.reflect.AnnotatedServices;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Clients that execute without a pause over Streamable HTTP, each its own caller. */
public final class LoadCommand {
    private static final List<Integer> CLIENTS = List.of(16, 64, 256);
    private static final List<Integer> ROWS = List.of(10, 1_000, 5_000);
    private static final int CLIENTS_OF_ROWS = 16;
    private static final int MOST_TOKENS = 1_000_000;

    private final McpHttpServer server;
    private final long nanos;
    private final PrintStream out;

    private LoadCommand(McpHttpServer server, long seconds, PrintStream out) {
        this.server = server;
        this.nanos = TimeUnit.SECONDS.toNanos(seconds);
        this.out = out;
    }

    /** Returns the lines that describe the command. */
    public static String usage() {
        return """
              load [SANDBOX] [SECONDS] [NAME=DOCUMENT ...]
                                          16, 64 and 256 clients over Streamable HTTP for SECONDS (30) each, then results
                                          of 10, 1,000 and 5,000 rows; with the operations of the documents beside
            """;
    }

    /** Runs the command. */
    public static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        SandboxKind kind = arguments.isEmpty()
                ? SandboxKind.DEFAULT
                : SandboxKind.named(arguments.get(0)).orElseThrow();
        long seconds = arguments.size() > 1 ? Long.parseLong(arguments.get(1)) : 30;
        CodeModeBuilder builder = CodeMode.builder()
                .source(AnnotatedServices.of(new Shop()))
                .sandbox(kind.create())
                .maxResultTokens(MOST_TOKENS);
        for (String document : arguments.subList(Math.min(2, arguments.size()), arguments.size())) {
            String[] parts = document.split("=", 2);
            builder.source(OpenApiSource.builder(parts[0], TextFile.read(Path.of(parts[1])))
                    .baseUrl("http://127.0.0.1:1")
                    .build());
        }
        try (CodeMode codeMode = builder.build();
                McpHttpServer server = CodeModeMcp.server(codeMode)
                        .caller(request ->
                                Caller.of(request.header(LoadClient.USER).orElseThrow()))
                        .startHttp("127.0.0.1", 0)) {
            new LoadCommand(server, seconds, out).measure();
        }
        return 0;
    }

    private void measure() throws InterruptedException {
        out.print("""
                | | executions | p50 ms | p95 | p99 | longest | not answered | per second | fewest, most of a caller | processes | MiB |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        for (int clients : CLIENTS) {
            row(clients + " clients", clients, "return await shop.echo({ value: 7 });", "7");
        }
        for (int rows : ROWS) {
            String script = "return await shop.list({ count: " + rows + " });";
            row(String.format(Locale.ROOT, "%,d rows", rows), CLIENTS_OF_ROWS, script, "[");
        }
    }

    private void row(String name, int clients, String script, String expected) throws InterruptedException {
        Latencies all = new Latencies();
        List<Latencies> each = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        long start = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            Caller caller = Caller.of("user" + i);
            Latencies own = new Latencies();
            each.add(own);
            threads.add(new Thread(() -> play(http, caller, start + nanos, new Job(script, expected, own, all))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        ProcessTree tree = ProcessTree.now();
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %d, %d | %d | %,d |%n",
                name,
                all.cells(),
                all.answered() / seconds,
                each.stream().mapToInt(Latencies::answered).min().orElse(0),
                each.stream().mapToInt(Latencies::answered).max().orElse(0),
                tree.processes(),
                tree.mebibytes());
    }

    private void play(HttpClient http, Caller caller, long end, Job job) {
        try {
            LoadClient client = new LoadClient(http, server.url(), caller);
            for (int id = 0; System.nanoTime() - end < 0; id++) {
                long start = System.nanoTime();
                boolean answered = client.execute(id, job.script, job.expected);
                double millis = (System.nanoTime() - start) / 1e6;
                job.own.add(millis, answered);
                job.all.add(millis, answered);
            }
        } catch (IOException e) {
            job.all.add(0, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What each client of a row does, and where it counts. */
    private record Job(String script, String expected, Latencies own, Latencies all) {}
}
