package dev.codemode.benchmarks;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Runs clients with scripts for a long time, every tenth script hostile, and then looks at what is left on the host.
 * Each script returns its own marker through a call, so that a lost or crossed answer shows.
 */
final class Soak {
    private static final Limits LIMITS = Limits.builder()
            .maxRunTime(Duration.ofSeconds(2))
            .maxCpuTime(Duration.ofSeconds(1))
            .maxMemoryBytes(64L << 20)
            .build();
    private static final List<String> HOSTILE = List.of(
            "while (true) {}",
            "const a = []; while (true) a.push(new Float64Array(1e6));",
            "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);",
            "const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });",
            "for (;;) console.log('x'.repeat(1000));",
            "while (true) books.echo({});");

    private final Sandbox sandbox;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong stopped = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    Soak(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Runs the clients, then looks at what is left; returns whether nothing was lost, crossed or left behind. */
    static boolean run(SandboxKind kind, Duration duration, int clients, PrintStream out)
            throws InterruptedException, IOException {
        Leftovers before = Leftovers.now();
        boolean clean;
        try (Sandbox sandbox = kind.create()) {
            clean = new Soak(sandbox).play(duration, clients, out);
        }
        Leftovers after = Leftovers.now();
        out.println("before: " + before + System.lineSeparator() + "after:  " + after);
        return clean && after.isNotWorseThan(before);
    }

    /**
     * Runs 200 hostile scripts one after another, then 1,000 others; returns whether nothing was lost or left behind.
     */
    static boolean leaks(SandboxKind kind, PrintStream out) throws InterruptedException, IOException {
        Leftovers before = Leftovers.now();
        Soak soak;
        try (Sandbox sandbox = kind.create()) {
            soak = new Soak(sandbox);
            for (int i = 0; i < 1_200; i++) {
                soak.step(Integer.toString(i), i < 200, i);
            }
        }
        Leftovers after = Leftovers.now();
        out.printf(
                "%,d stopped, %,d answered, %d faults%n", soak.stopped.get(), soak.answered.get(), soak.faults.size());
        soak.faults.stream().limit(20).forEach(out::println);
        out.println("before: " + before + System.lineSeparator() + "after:  " + after);
        return soak.faults.isEmpty() && after.isNotWorseThan(before);
    }

    private boolean play(Duration duration, int clients, PrintStream out) throws InterruptedException {
        Instant end = Instant.now().plus(duration);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.add(new Thread(() -> client(client, end), "client-" + i));
        }
        threads.forEach(Thread::start);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(Math.min(
                    10_000, Math.max(1, Duration.between(Instant.now(), end).toMillis())));
            out.printf(
                    "%,d answered, %,d stopped, %,d busy, %d faults, %d MiB of heap%n",
                    answered.get(), stopped.get(), busy.get(), faults.size(), Leftovers.heapMebibytes());
        }
        for (Thread thread : threads) {
            thread.join();
        }
        faults.stream().limit(20).forEach(out::println);
        return faults.isEmpty() && answered.get() > 0;
    }

    private void client(int client, Instant end) {
        for (int i = 0; Instant.now().isBefore(end); i++) {
            step(client + "-" + i, i % 10 == client % 10, i / 10 + client);
        }
    }

    private void step(String marker, boolean hostile, int choice) {
        String body = hostile
                ? HOSTILE.get(choice % HOSTILE.size())
                : "const a = await Promise.all([books.echo(), books.echo()]); return [a[0], a[1], '" + marker + "'];";
        check(marker, hostile, body);
    }

    private void check(String marker, boolean hostile, String body) {
        long start = System.nanoTime();
        Execution execution;
        try {
            execution = sandbox.execute(request(marker, body));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        String expected = "[\"" + marker + "\",\"" + marker + "\",\"" + marker + "\"]";
        if (execution instanceof Execution.Unavailable unavailable
                && unavailable.reason() == Execution.Unavailable.Reason.BUSY) {
            busy.incrementAndGet();
        } else if (hostile && execution instanceof Execution.Stopped) {
            stopped.incrementAndGet();
        } else if (!hostile
                && execution instanceof Execution.Completed completed
                && expected.equals(completed.resultJson())) {
            answered.incrementAndGet();
        } else {
            faults.add(marker + " after " + millis + " ms: " + execution + " of " + body);
        }
    }

    private static SandboxRequest request(String marker, String body) {
        return new SandboxRequest(
                new Script(body, List.of("books.echo"), LIMITS, Instant.now(), 1),
                call -> CompletableFuture.supplyAsync(() -> new HostReply.Fulfilled("\"" + marker + "\"")),
                "soak");
    }

    /** The resources of a host. */
    private record Leftovers(long processes, int threads, long handles, long heap) {
        static Leftovers now() throws InterruptedException, IOException {
            Leftovers found = look();
            // Pools release their threads after a while.
            for (int i = 0; i < 15; i++) {
                Thread.sleep(1_000);
                Leftovers next = look();
                found = new Leftovers(
                        next.processes,
                        Math.min(found.threads, next.threads),
                        Math.min(found.handles, next.handles),
                        Math.min(found.heap, next.heap));
            }
            return found;
        }

        private static Leftovers look() throws IOException {
            System.gc();
            Path descriptors = Path.of("/proc/self/fd");
            long handles = 0;
            if (Files.isDirectory(descriptors)) {
                try (Stream<Path> files = Files.list(descriptors)) {
                    handles = files.count();
                }
            }
            return new Leftovers(
                    ProcessHandle.current().descendants().count(), threadCount(), handles, heapMebibytes());
        }

        /** The runtime keeps each thread that waits for a process for a minute, for the next process. */
        private static int threadCount() {
            return (int) Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.getName().startsWith("process reaper"))
                    .count();
        }

        static long heapMebibytes() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        }

        /** The common pool stays, and so do threads that the runtime starts once. */
        boolean isNotWorseThan(Leftovers before) {
            return processes <= before.processes
                    && threads <= before.threads + Runtime.getRuntime().availableProcessors() + 2
                    && handles <= before.handles + 10
                    && heap <= before.heap + 32;
        }

        @Override
        public String toString() {
            return processes + " processes, " + threads + " threads, " + handles + " handles, " + heap + " MiB of heap";
        }
    }
}
