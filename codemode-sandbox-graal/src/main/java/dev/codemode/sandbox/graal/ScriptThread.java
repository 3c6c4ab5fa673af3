package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.realm.ConsoleBuffer;
import dev.codemode.sandbox.realm.OperationIndexes;
import dev.codemode.sandbox.realm.ScriptRun;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One execution: the script on its own thread, and the caller, who watches it.
 *
 * <p>Invariant: the caller has its answer within a second of the limit, whatever the script does. Held by
 * {@code InProcessSandboxTest.answersInTimeAlthoughTheScriptCannotBeStopped}.
 */
final class ScriptThread {
    /** Room for {@code sandbox.MaxStackFrames}; only the used part is committed. */
    static final long STACK_BYTES = 64L << 20;

    private static final System.Logger LOG = System.getLogger(ScriptThread.class.getName());
    private static final long WATCH_MILLIS = 5;
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Limits limits;
    private final Engines.Lease lease;
    private final AtomicInteger leaked;
    private final ScriptRun script;
    private final Executor threads;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.WATCHED);
    private volatile @Nullable Execution outcome;
    private volatile @Nullable Start start;

    ScriptThread(
            SandboxRequest request,
            OperationIndexes operations,
            Engines.Lease lease,
            AtomicInteger leaked,
            Executor threads) {
        this.limits = request.limits();
        this.lease = lease;
        this.leaked = leaked;
        this.script = new ScriptRun(
                new GraalRealm(lease.engine(), limits),
                request,
                operations,
                new ConsoleBuffer(limits.maxConsoleBytes()));
        this.threads = threads;
    }

    /** Runs the script and waits until it ends, or until it could not be stopped in time. */
    Execution execute() throws InterruptedException {
        threads.execute(this::run);
        boolean interrupted = false;
        while (script.stoppingNanos() <= GRACE_NANOS) {
            try {
                if (ended.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
                watch();
            } catch (InterruptedException e) {
                interrupted = true;
                stop(null);
            }
        }
        if (ended.getCount() > 0 && fate.compareAndSet(Fate.WATCHED, Fate.LEAKED)) {
            leaked.incrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "A script could not be stopped: its thread goes on.");
        }
        if (interrupted) {
            throw new InterruptedException("The execution was interrupted.");
        }
        Execution result = outcome;
        return result == null ? script.abandoned() : result;
    }

    private void watch() {
        Start started = start;
        if (started == null) {
            return;
        }
        if (System.nanoTime() - started.atNanos > limits.maxRunTime().toNanos()) {
            stop(LimitKind.RUN_TIME);
        } else if (started.gauge.cpuNanos() > limits.maxCpuTime().toNanos()) {
            stop(LimitKind.CPU_TIME);
        } else if (started.gauge.holdsMoreThan(limits.maxMemoryBytes())) {
            stop(LimitKind.MEMORY);
        }
    }

    /** Stops the script because of a limit, or because the execution is no longer wanted. Does not wait. */
    void stop(@Nullable LimitKind limit) {
        script.stop(limit);
    }

    /** Waits a bounded time for the script's end. */
    void awaitEnd() throws InterruptedException {
        if (!ended.await(GRACE_NANOS, TimeUnit.NANOSECONDS)) {
            LOG.log(System.Logger.Level.WARNING, "A script still runs although its sandbox is closed.");
        }
    }

    /**
     * Returns the threads that scripts run on; they are kept for a while, since a new one with such a stack costs more
     * than a script.
     */
    static ThreadPoolExecutor newThreads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(null, task, "codemode-script", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    private void run() {
        try {
            outcome = script.run(() -> start = new Start(System.nanoTime(), new ThreadGauge(Thread.currentThread())));
        } finally {
            lease.release();
            if (!fate.compareAndSet(Fate.WATCHED, Fate.ENDED)) {
                leaked.decrementAndGet();
            }
            ended.countDown();
            // An interrupt of this script must not reach the next one on this thread.
            Thread.interrupted();
        }
    }

    private record Start(long atNanos, ThreadGauge gauge) {}

    private enum Fate {
        WATCHED,
        ENDED,
        LEAKED
    }
}
