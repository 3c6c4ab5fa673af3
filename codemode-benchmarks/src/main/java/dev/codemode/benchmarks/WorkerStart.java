package dev.codemode.benchmarks;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures a worker from its request to the answer to its first script, with and without a shared archive, and its
 * memory.
 */
final class WorkerStart {
    private static final int RUNS = 5;
    private static final int MAX_WAITS = 600;

    private WorkerStart() {}

    static void run(SandboxKind kind, PrintStream out) throws IOException, InterruptedException {
        Path cache = Files.createTempDirectory("workers");
        if (kind == SandboxKind.DENO) {
            out.println("without a JVM:");
            measure(kind.workers().cacheDirectory(cache), out);
        } else {
            inJava(kind::workers, cache, out);
        }
    }

    private static void inJava(Supplier<WorkerSandbox.Builder> workers, Path cache, PrintStream out)
            throws IOException, InterruptedException {
        out.println("without an archive:");
        measure(workers.get().jvmOptions(List.of("-Xshare:auto")).cacheDirectory(cache), out);
        try (WorkerSandbox trainer = workers.get().cacheDirectory(cache).build()) {
            first(trainer);
            for (int i = 0; !holdsArchive(cache); i++) {
                if (i == MAX_WAITS) {
                    throw new IllegalStateException("No archive was made within a minute.");
                }
                Thread.sleep(100);
            }
        }
        out.println("with an archive:");
        measure(workers.get().cacheDirectory(cache), out);
    }

    private static boolean holdsArchive(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.anyMatch(file -> file.endsWith("archive.crc32c"));
        }
    }

    private static void measure(WorkerSandbox.Builder builder, PrintStream out)
            throws IOException, InterruptedException {
        double[] millis = new double[RUNS];
        long[] resident = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            try (WorkerSandbox sandbox = builder.spareWorkers(0).build()) {
                first(sandbox);
                millis[i] = (System.nanoTime() - start) / 1e6;
                resident[i] = resident();
            }
        }
        Arrays.sort(millis);
        Arrays.sort(resident);
        out.printf(
                "  order to first answer: median %.0f ms (%.0f to %.0f)%n",
                millis[RUNS / 2], millis[0], millis[RUNS - 1]);
        out.printf("  resident memory of the worker: %d MiB%n", resident[RUNS / 2]);
    }

    private static void first(WorkerSandbox sandbox) throws InterruptedException {
        Execution execution = sandbox.execute(new SandboxRequest(
                new Script("return 1 + 1;", List.of("shop.echo"), Limits.defaults(), Instant.EPOCH, 0),
                call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("1")),
                "benchmark"));
        if (!(execution instanceof Execution.Completed)) {
            throw new IllegalStateException(execution.toString());
        }
    }

    /** On Linux from statm of proc(5); elsewhere zero. */
    private static long resident() throws IOException {
        long pages = 0;
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            Path statm = Path.of("/proc", Long.toString(child.pid()), "statm");
            if (Files.exists(statm)) {
                try (Scanner fields = new Scanner(Files.readString(statm))) {
                    fields.nextLong();
                    pages = Math.max(pages, fields.nextLong());
                }
            }
        }
        return pages * 4 / 1024;
    }
}
