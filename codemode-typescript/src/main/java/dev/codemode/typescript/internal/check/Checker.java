package dev.codemode.typescript.internal.check;

import dev.codemode.catalog.Catalog;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.threads.FairSlots;
import dev.codemode.internal.threads.LeastRecentlyUsed;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.WorkerSandbox;
import dev.codemode.script.ScriptRequest;
import dev.codemode.typescript.internal.strip.Preparation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has scripts checked in a worker process that has read the declarations before any script comes. A check never waits
 * for that: while the worker is not warm, is busy for too long or is gone, nothing is found. Thread-safe.
 */
public final class Checker implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Checker.class.getName());
    /** The number of views of a catalog, as many as the facade keeps. */
    private static final int MAX_CATALOGS = 256;

    private static final int MAX_WARM_CHARACTERS = 3_000_000;
    /** How much of a view the compiler puts together before the first script. */
    private static final int MAX_TOGETHER_CHARACTERS = 1_000_000;

    /** The number of compilers, as many as the worker keeps. */
    private static final int MAX_COMPILERS = 4;

    private static final long MEMORY_BYTES = 320L << 20;
    private static final Duration MAX_WAIT = Duration.ofMillis(500);
    private static final Limits CHECK = limits(Duration.ofSeconds(4), Duration.ofSeconds(8));
    private static final Limits WARM_UP = limits(Duration.ofSeconds(60), Duration.ofMinutes(5));
    /** How long a failed warm-up is not tried again. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final String SAMPLE = "const found = [1, 2].map((n) => n + 1); found;";

    private final Sandbox worker;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "codemode-check-warm-up");
        thread.setDaemon(true);
        return thread;
    });
    /** The one place of checks: its trust domains take turns. */
    private final FairSlots turns = new FairSlots(1);

    private final LeastRecentlyUsed<Same, SlicedDeclarations> known = new LeastRecentlyUsed<>(MAX_CATALOGS);
    private final Object lock = new Object();

    private final Duration pause;
    private volatile boolean warm;
    private boolean warming;
    private long earliest = System.nanoTime();

    /**
     * Creates a checker.
     *
     * @param deno the executable of Deno to check with; null for GraalJS
     * @param options sets how worker processes are started
     */
    public Checker(@Nullable Path deno, Consumer<WorkerSandbox.Builder> options) {
        this(worker(deno == null ? CheckWorker.program() : V8Checks.program(deno), options), PAUSE);
    }

    public Checker(Sandbox worker, Duration pause) {
        this.worker = worker;
        this.pause = pause;
    }

    private static Sandbox worker(WorkerProgram program, Consumer<WorkerSandbox.Builder> options) {
        WorkerSandbox.Builder builder = WorkerSandbox.builder(program);
        options.accept(builder);
        return builder.maxWorkers(1)
                .maxMemoryBytes(MEMORY_BYTES)
                .maxQueueTime(MAX_WAIT)
                .maxIdleTime(Duration.ofDays(3_650))
                .maxExecutionsPerWorker(Integer.MAX_VALUE)
                .build();
    }

    private static Limits limits(Duration cpuTime, Duration runTime) {
        return Limits.builder()
                .maxRunTime(runTime)
                .maxCpuTime(cpuTime)
                .maxMemoryBytes(MEMORY_BYTES)
                .maxSourceBytes(8 << 20)
                .maxCallResultBytes(32 << 20)
                .maxHostCalls(10_000)
                .build();
    }

    /** Reads the declarations of a catalog, and makes the worker read them, in the background. */
    public void anticipate(Catalog visible) {
        inBackground(() -> {
            Same view = new Same(visible);
            if (known.find(view).isPresent()) {
                return; // Every script of the view asked for this until it was done.
            }
            SlicedDeclarations slices = known.get(view, one -> new SlicedDeclarations(one.catalog));
            warmUp(warm ? List.of(slices) : known.values());
        });
    }

    private void inBackground(Runnable task) {
        try {
            background.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "Scripts are not checked, because the checker failed.", e);
                }
            });
        } catch (RejectedExecutionException e) {
            // Closed meanwhile.
        }
    }

    /** Makes the worker read these; a worker that has read none needs all. */
    private void warmUp(List<SlicedDeclarations> slices) {
        synchronized (lock) {
            warming = true;
        }
        boolean done = false;
        try {
            done = read(slices);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (lock) {
                warming = false;
                earliest = System.nanoTime() + (done ? 0 : pause.toNanos());
            }
        }
        if (done) {
            warm = true;
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Makes the worker read these, one slice at a time; returns whether it did. */
    private boolean read(List<SlicedDeclarations> all) throws InterruptedException {
        int characters = 0;
        for (SlicedDeclarations slices : all) {
            for (String key : slices.keys()) {
                characters += slices.text(key).length();
                if (characters <= MAX_WARM_CHARACTERS && !succeeds(slices, order(slices, false, ""), List.of(key))) {
                    return false;
                }
            }
        }
        for (SlicedDeclarations slices : all.subList(0, Math.min(MAX_COMPILERS, all.size()))) {
            if (!succeeds(slices, order(slices, true, SAMPLE), slices.keysWithin(MAX_TOGETHER_CHARACTERS))) {
                return false;
            }
        }
        return true;
    }

    private static CheckOrder order(SlicedDeclarations slices, boolean typed, String script) {
        return new CheckOrder("STATEMENTS", typed, slices.view(), slices.services(), script);
    }

    private boolean succeeds(SlicedDeclarations slices, CheckOrder order, List<String> keys)
            throws InterruptedException {
        Execution execution = run(slices, order, keys, WARM_UP);
        if (execution instanceof Execution.Completed) {
            return true;
        }
        LOG.log(System.Logger.Level.WARNING, "Scripts are not checked for now: the checker answers {0}.", execution);
        return false;
    }

    /** Waits until scripts are checked; returns whether they are. */
    public synchronized boolean awaitWarm(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!warm && end - System.nanoTime() > 0) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return warm;
    }

    /**
     * Checks a script that parses. Waits at most half a second for its turn among trust domains.
     *
     * @param words the words of the script
     * @param form its form as a whole
     * @param typed whether it is TypeScript
     */
    public Findings check(ScriptRequest request, Set<String> words, Preparation.Form form, boolean typed)
            throws InterruptedException {
        SlicedDeclarations slices = known.find(new Same(request.visible())).orElse(null);
        if (slices == null) {
            anticipate(request.visible());
            return Findings.none();
        }
        if (!warm) {
            warmUpAgain();
            return Findings.none();
        }
        Duration left = request.timeLeft();
        if (!turns.enter(request.trustDomain(), left.compareTo(MAX_WAIT) < 0 ? left : MAX_WAIT)) {
            return Findings.none();
        }
        try {
            return checkNow(request, words, form, typed, slices);
        } finally {
            turns.leave(request.trustDomain());
        }
    }

    private Findings checkNow(
            ScriptRequest request, Set<String> words, Preparation.Form form, boolean typed, SlicedDeclarations slices)
            throws InterruptedException {
        String script = request.text();
        Duration left = request.timeLeft();
        if (left.toMillis() < 1) {
            return Findings.none();
        }
        // The worker aborts a check before its CPU time is over, and stays alive.
        Limits limits = left.compareTo(CHECK.maxCpuTime()) < 0
                ? CHECK.toBuilder().maxCpuTime(left).build()
                : CHECK;
        CheckOrder order = new CheckOrder(form.name(), typed, slices.view(), slices.servicesIn(words), script);
        Execution execution = run(slices, order, slices.keysFor(words), limits);
        if (execution instanceof Execution.Completed completed && completed.resultJson() != null) {
            return Findings.of(found(completed.resultJson()), request.visible());
        }
        boolean busy = execution instanceof Execution.Unavailable unavailable
                && unavailable.reason() == Execution.Unavailable.Reason.BUSY;
        if (!busy) {
            warm = false; // The worker is gone, and so is everything it had read.
            warmUpAgain();
        }
        return Findings.none();
    }

    private static @Nullable Object found(String json) {
        Object found = Json.read(json);
        if (found instanceof String failure) {
            LOG.log(System.Logger.Level.WARNING, "A script was not checked, because the compiler failed: {0}", failure);
        }
        return found;
    }

    private void warmUpAgain() {
        synchronized (lock) {
            if (warming || System.nanoTime() - earliest < 0) {
                return;
            }
            warming = true;
        }
        inBackground(() -> warmUp(known.values()));
    }

    private Execution run(SlicedDeclarations slices, CheckOrder order, List<String> keys, Limits limits)
            throws InterruptedException {
        HostBridge bridge = call -> {
            String text = slices.text(call.operation());
            return CompletableFuture.completedFuture(
                    text.isEmpty()
                            ? new HostReply.Rejected("unknown_operation", call.operation(), "", false)
                            : new HostReply.Fulfilled(Json.write(text)));
        };
        return worker.execute(
                new SandboxRequest(new Script(order.write(), keys, limits, Instant.EPOCH, 0), bridge, "scripts"));
    }

    @Override
    public void close() {
        background.shutdownNow();
        worker.close();
    }

    /** A catalog compared by identity: comparing the operations of catalogs would cost more than a check. */
    private record Same(Catalog catalog) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.catalog == catalog;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(catalog);
        }
    }
}
