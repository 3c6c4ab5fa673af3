package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/**
 * One execution: the script on a thread of its own, and the caller, who watches it.
 *
 * <p>Invariant: the caller has its answer within a second of the limit, whatever the script does. Held by
 * {@code InProcessSandboxTest.answersInTimeAlthoughTheScriptCannotBeStopped}.
 */
final class ScriptThread {
    /** Room for {@code sandbox.MaxStackFrames}; only what is used is committed. */
    static final long STACK_BYTES = 64L << 20;

    private static final System.Logger LOG = System.getLogger(ScriptThread.class.getName());
    private static final long WATCH_MILLIS = 5;
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final SandboxRequest request;
    private final OperationIndex operations;
    private final Engines.Lease lease;
    private final AtomicInteger leaked;
    private final ConsoleBuffer console;
    private final GraalRealm realm;
    private final EventLoop loop;
    private final Executor threads;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.WATCHED);
    private volatile @Nullable Execution outcome;
    private volatile @Nullable Start start;

    ScriptThread(
            SandboxRequest request,
            OperationIndex operations,
            Engines.Lease lease,
            AtomicInteger leaked,
            Executor threads) {
        this.request = request;
        this.operations = operations;
        this.lease = lease;
        this.leaked = leaked;
        this.console = new ConsoleBuffer(request.limits().maxConsoleBytes());
        this.realm = new GraalRealm(lease.engine(), request);
        this.loop = new EventLoop(realm, request, operations, console, this::stopFromWithin);
        this.threads = threads;
    }

    /** Runs the script and waits for its end, or until it could not be stopped in time. */
    Execution execute() throws InterruptedException {
        threads.execute(this::run);
        boolean interrupted = false;
        while (!graceIsOver()) {
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
        return result == null ? answer(null) : result;
    }

    private boolean graceIsOver() {
        Stop reason = stop.get();
        return reason != null && System.nanoTime() - reason.atNanos > GRACE_NANOS;
    }

    private void watch() {
        Start started = start;
        if (started == null) {
            return;
        }
        Limits limits = request.limits();
        if (System.nanoTime() - started.atNanos > limits.maxRunTime().toNanos()) {
            stop(LimitKind.RUN_TIME);
        } else if (started.gauge.cpuNanos() > limits.maxCpuTime().toNanos()) {
            stop(LimitKind.CPU_TIME);
        } else if (started.gauge.holdsMoreThan(limits.maxMemoryBytes())) {
            stop(LimitKind.MEMORY);
        }
    }

    /** Stops the script because of a limit, or because the execution is not wanted any more. Does not wait. */
    void stop(@Nullable LimitKind limit) {
        if (stop.compareAndSet(null, new Stop(limit, System.nanoTime()))) {
            loop.wake();
            Thread canceller = new Thread(this::cancelQuietly, "codemode-cancel");
            canceller.setDaemon(true);
            canceller.start();
        }
    }

    /** Waits a bounded time for the script's end. */
    void awaitEnd() throws InterruptedException {
        if (!ended.await(GRACE_NANOS, TimeUnit.NANOSECONDS)) {
            LOG.log(System.Logger.Level.WARNING, "A script still runs although its sandbox is closed.");
        }
    }

    private void cancelQuietly() {
        try {
            realm.cancel();
        } catch (PolyglotException e) {
            LOG.log(System.Logger.Level.DEBUG, "Cancelling a script", e);
        }
    }

    private void stopFromWithin(LimitKind limit) {
        stop.compareAndSet(null, new Stop(limit, System.nanoTime()));
        realm.cancel();
    }

    /** Returns the threads that scripts run on: kept for a while, since a new one with such a stack costs more than a script. */
    static ThreadPoolExecutor newThreads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(null, task, "codemode-script", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    private void run() {
        try {
            realm.open(request, operations.services(), loop);
            start = new Start(System.nanoTime(), new ThreadGauge(Thread.currentThread()));
            Execution result = loop.run();
            outcome = result == null ? answer(null) : result;
        } catch (PolyglotException e) {
            outcome = ended(e);
        } catch (InterruptedException | RuntimeException | Error e) {
            outcome = crashed(e);
        } finally {
            closeQuietly();
            lease.release();
            if (!fate.compareAndSet(Fate.WATCHED, Fate.ENDED)) {
                leaked.decrementAndGet();
            }
            ended.countDown();
            // What interrupted this script must not reach the next one on this thread.
            Thread.interrupted();
        }
    }

    private void closeQuietly() {
        try {
            realm.close();
        } catch (PolyglotException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing a realm", e);
        }
    }

    private Execution answer(@Nullable SourcePosition position) {
        Stop reason = stop.get();
        return reason == null || reason.limit == null
                ? new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, console.output())
                : new Execution.Stopped(reason.limit, position, console.output());
    }

    private Execution ended(PolyglotException e) {
        if (stop.get() != null) {
            return answer(realm.position(e));
        }
        if (e.isResourceExhausted()) {
            LimitKind limit = String.valueOf(e.getMessage()).startsWith("Maximum frame limit")
                    ? LimitKind.STACK_DEPTH
                    : LimitKind.MEMORY;
            return new Execution.Stopped(limit, realm.position(e), console.output());
        }
        return e.isGuestException() && !e.isCancelled() ? stackOverflow(e) : crashed(e);
    }

    /** The shim catches what scripts throw, so only a stack that is too deep for the shim itself ends up here. */
    private Execution stackOverflow(PolyglotException e) {
        return new Execution.Failed(
                ScriptFailure.of(
                        ScriptFailure.Kind.THROWN, "RangeError", "Maximum call stack size exceeded", realm.position(e)),
                console.output());
    }

    private Execution crashed(Throwable e) {
        if (stop.get() == null) {
            LOG.log(System.Logger.Level.ERROR, "The engine failed.", e);
        }
        return answer(null);
    }

    private record Stop(@Nullable LimitKind limit, long atNanos) {}

    private record Start(long atNanos, ThreadGauge gauge) {}

    private enum Fate {
        WATCHED,
        ENDED,
        LEAKED
    }
}
