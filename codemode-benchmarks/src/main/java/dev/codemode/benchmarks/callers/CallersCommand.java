package dev.codemode.benchmarks.callers;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.benchmarks.SandboxKind;
import dev.codemode.benchmarks.Shop;
import dev.codemode.catalog.Caller;
import dev.codemode.reflect.AnnotatedServices;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Users, each a trust domain, through the facade: in turn and at once, new and returning. */
public final class CallersCommand {
    private static final String HEAD = """
            | users | scripts | p50 ms | p95 | p99 | longest | not answered | seconds | processes | MiB |
            |---|---|---|---|---|---|---|---|---|---|
            """;
    /** Time for spare workers to start, as there is between two users. */
    private static final long PAUSE_MILLIS = 10_000;

    private final CodeMode codeMode;
    private final PrintStream out;

    private CallersCommand(CodeMode codeMode, PrintStream out) {
        this.codeMode = codeMode;
        this.out = out;
    }

    /** Returns the lines that describe the command. */
    public static String usage() {
        return """
              callers [SANDBOX] [USERS] [SCRIPTS]
                                          USERS (40) trust domains with SCRIPTS (3) scripts each, in turn and at once
            """;
    }

    /** Runs the command. */
    public static int run(List<String> arguments, PrintStream out) throws InterruptedException {
        SandboxKind kind = arguments.isEmpty()
                ? SandboxKind.DEFAULT
                : SandboxKind.named(arguments.get(0)).orElseThrow();
        int users = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 40;
        int scripts = arguments.size() > 2 ? Integer.parseInt(arguments.get(2)) : 3;
        try (CodeMode codeMode = CodeMode.builder()
                .source(AnnotatedServices.of(new Shop()))
                .sandbox(kind.create())
                .build()) {
            new CallersCommand(codeMode, out).measure(users, scripts);
        }
        return 0;
    }

    private void measure(int users, int scripts) throws InterruptedException {
        out.print(HEAD);
        row("the first", () -> inTurn("first", 1));
        Thread.sleep(PAUSE_MILLIS);
        row(users + " new ones in turn", () -> inTurn("a", users));
        row("the same in turn", () -> inTurn("a", users));
        row("the same at once, " + scripts + " scripts each", () -> atOnce("a", users, scripts));
        Thread.sleep(PAUSE_MILLIS);
        row(users + " new ones at once, " + scripts + " scripts each", () -> atOnce("b", users, scripts));
        row("the same again", () -> atOnce("b", users, scripts));
    }

    private void row(String name, Phase phase) throws InterruptedException {
        long start = System.nanoTime();
        Latencies latencies = phase.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        ProcessTree tree = ProcessTree.now();
        out.printf(
                "| %s | %s | %.1f | %d | %,d |%n",
                name, latencies.cells(), seconds, tree.processes(), tree.mebibytes());
    }

    private Latencies inTurn(String group, int users) {
        Latencies latencies = new Latencies();
        for (int user = 0; user < users; user++) {
            execute(group + user, latencies);
        }
        return latencies;
    }

    private Latencies atOnce(String group, int users, int scripts) throws InterruptedException {
        Latencies latencies = new Latencies();
        List<Thread> threads = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            for (int script = 0; script < scripts; script++) {
                String id = group + user;
                threads.add(new Thread(() -> execute(id, latencies), "user-" + id));
            }
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return latencies;
    }

    private void execute(String user, Latencies latencies) {
        long start = System.nanoTime();
        ExecuteAnswer answer = codeMode.execute("return await shop.echo({ value: 7 });", Caller.of(user));
        latencies.add((System.nanoTime() - start) / 1e6, answer.text().equals("7"));
    }

    /** A part of the measurement. */
    private interface Phase {
        Latencies run() throws InterruptedException;
    }
}
