package dev.codemode.benchmarks.fuzz;

import dev.codemode.CodeMode;
import dev.codemode.benchmarks.Shop;
import dev.codemode.catalog.Caller;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.mcp.McpHttpServer;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends randomly mutated requests to an MCP server in this process, three of four from unknown callers. A fault is an
 * answer that blames the server (500), an exception that it logs, no answer within ten seconds, or any success for an
 * unknown caller; the request is written to a file. Exits with 1 if there was one.
 */
public final class FuzzMcpCommand {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int THREADS = 8;
    private static final int MAX_PRINTED = 5;
    private static final byte[] USUAL = ("POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-User: ann\r\n"
                    + "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
                    + "Content-Length: 154\r\n\r\n"
                    + "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"usual\",\"version\":\"1.0.0\"}}}")
            .getBytes(StandardCharsets.ISO_8859_1);

    private final PrintStream out;
    private final int port;
    private final AtomicLong seeds;
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger faults = new AtomicInteger();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

    private FuzzMcpCommand(PrintStream out, int port, long seed) {
        this.out = out;
        this.port = port;
        seeds = new AtomicLong(seed);
    }

    /** Returns the command's usage. */
    public static String usage() {
        return """
                  fuzz-mcp [--minutes N] [--seed N]
                                              sends requests that have been changed by chance to an MCP server, most of
                                              them by unknown callers; each fault goes into a file fuzz-SEED.txt
                """;
    }

    /** Runs the command and returns the exit status. */
    public static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(arguments);
        Duration time = Duration.ofMinutes(FuzzOptions.take(rest, "--minutes", 10));
        long seed = FuzzOptions.take(rest, "--seed", 1);
        Queue<Throwable> caught = new ConcurrentLinkedQueue<>();
        CaughtLog.replace("dev.codemode", caught::add);
        try (CodeMode codeMode = CodeMode.builder()
                        .source(AnnotatedServices.of(new Shop()))
                        .sandbox(new OneSandbox())
                        .build();
                McpHttpServer server = CodeModeMcp.server(codeMode)
                        .caller(request -> request.header("X-User")
                                .filter("ann"::equals)
                                .map(Caller::of)
                                .orElseThrow(() -> new SecurityException("unknown")))
                        .startHttp("127.0.0.1", 0)) {
            boolean clean = new FuzzMcpCommand(out, server.port(), seed).play(time);
            Map<String, Throwable> distinct = new TreeMap<>();
            caught.forEach(failure -> distinct.putIfAbsent(failure.toString(), failure));
            distinct.values().stream().limit(MAX_PRINTED).forEach(failure -> failure.printStackTrace(out));
            out.printf(Locale.ROOT, "%,d exceptions logged%n", caught.size());
            return clean && caught.isEmpty() ? 0 : 1;
        }
    }

    private boolean play(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> send(end));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        String last = answer(USUAL);
        boolean served = last.startsWith("HTTP/1.1 200");
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT,
                "%s, the slowest took %,d ms; %,d faults; a usual message afterwards: %s; %,d MiB in use of %,d%n",
                answers,
                slowest.get(),
                faults.get(),
                last,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
        return served && faults.get() == 0;
    }

    private void send(long end) {
        while (System.nanoTime() < end) {
            long seed = seeds.getAndIncrement();
            HttpMutations.Request request = new HttpMutations(new Random(seed)).request();
            long start = System.nanoTime();
            String answer;
            try {
                answer = answer(request.bytes());
            } catch (IOException e) {
                answer = e.toString();
            }
            slowest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
            answers.computeIfAbsent(answer, key -> new AtomicInteger()).incrementAndGet();
            if (isFault(request, answer)) {
                fault(request, answer, seed);
            }
        }
    }

    private static boolean isFault(HttpMutations.Request request, String answer) {
        if (!answer.startsWith("HTTP/1.1 ")) {
            return request.regular();
        }
        int status = Integer.parseInt(answer.substring(9, 12));
        return (status >= 500 && status != 503) || (status < 300 && !request.known());
    }

    private void fault(HttpMutations.Request request, String answer, long seed) {
        faults.incrementAndGet();
        Path file = Path.of("fuzz-" + seed + ".txt");
        try {
            Files.write(file, request.bytes());
        } catch (IOException e) {
            out.println(e);
        }
        out.println(file + ": " + answer);
    }

    /** Returns the status line; reads no more of the answer, which may be a stream. */
    private String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) LONGEST.toMillis());
            OutputStream stream = socket.getOutputStream();
            IOException broken = null;
            try {
                stream.write(request);
                stream.flush();
            } catch (IOException e) {
                // The server need not read what it has refused, and has already answered.
                broken = e;
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = reader.readLine();
            if (line == null) {
                throw broken == null ? new IOException("closed without an answer") : broken;
            }
            return line;
        }
    }

    /** Runs nothing, since only what is in front of it is tested. */
    private static final class OneSandbox implements Sandbox {
        @Override
        public Execution execute(SandboxRequest request) {
            return new Execution.Completed("1", ConsoleOutput.empty());
        }

        @Override
        public void close() {}
    }
}
