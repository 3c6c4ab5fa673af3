package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
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
    private final RunClock clock;
    private final Engines.Lease lease;
    private final AtomicInteger leaked;
    private final ScriptRun script;
    private final Executor threads;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.WATCHED);
    private volatile @Nullable Execution outcome;
    private volatile @Nullable ThreadGauge gauge;

    ScriptThread(
            SandboxRequest request,
            OperationIndexes operations,
            Engines.Lease lease,
            AtomicInteger leaked,
            Executor threads) {
        this.limits = request.limits();
        this.clock = request.clock();
        this.lease = lease;
        this.leaked = leaked;
        this.script = new ScriptRun(
                new GraalRealm(lease.engine(), limits),
                request,
                operations,
                new ConsoleBuffer(limits.maxConsoleBytes()));
        this.threads = threads;
    }

    /**
     * Runs the script and waits until it ends, or until it could not be stopped in time. The pause of its clock ends
     * when it starts.
     */
    Execution execute(RunClock.Pause waiting) throws InterruptedException {
        threads.execute(() -> run(waiting));
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
            LOG.log(System.Logger.Level.WARNING, "A script could not be stopped: its thread continues.");
        }
        if (interrupted) {
            throw new InterruptedException("The execution was interrupted.");
        }
        Execution result = outcome;
        return result == null ? script.abandoned() : result;
    }

    private void watch() {
        ThreadGauge started = gauge;
        if (started == null) {
            return;
        }
        if (clock.isSpent()) {
            stop(LimitKind.RUN_TIME);
        } else if (started.cpuNanos() > limits.maxCpuTime().toNanos()) {
            stop(LimitKind.CPU_TIME);
        } else if (started.holdsMoreThan(limits.maxMemoryBytes())) {
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

    private void run(RunClock.Pause waiting) {
        try {
            outcome = script.run(() -> {
                gauge = new ThreadGauge(Thread.currentThread());
                waiting.close();
            });
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

    private enum Fate {
        WATCHED,
        ENDED,
        LEAKED
    }
}
