package dev.codemode.sandbox.worker.internal.guest;

import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.realm.ScriptRun;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a script to stop at its time limits, from within its process, so that the answer can say where it was. That is a
 * courtesy: the host kills the process of a script that does not stop. Thread-safe.
 */
final class WorkerWatch implements AutoCloseable {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ScheduledExecutorService timer;
    private final ScriptRun script;
    private final Limits limits;
    private long deadline;
    private @Nullable Duration cpuBefore;
    private @Nullable Future<?> tick;

    WorkerWatch(ScheduledExecutorService timer, ScriptRun script, Limits limits) {
        this.timer = timer;
        this.script = script;
        this.limits = limits;
    }

    /** Starts the clock. */
    synchronized void start() {
        deadline = System.nanoTime() + limits.maxRunTime().toNanos();
        next();
    }

    private void next() {
        long left = deadline - System.nanoTime();
        tick = timer.schedule(this::look, Math.min(TICK_NANOS, left), TimeUnit.NANOSECONDS);
    }

    private synchronized void look() {
        if (tick == null) {
            return;
        }
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        Duration before = cpuBefore == null ? cpu : cpuBefore;
        cpuBefore = before;
        if (deadline - System.nanoTime() <= 0) {
            script.stop(LimitKind.RUN_TIME);
        } else if (cpu.minus(before).compareTo(limits.maxCpuTime()) > 0) {
            script.stop(LimitKind.CPU_TIME);
        } else {
            next();
        }
    }

    @Override
    public synchronized void close() {
        if (tick != null) {
            tick.cancel(false);
            tick = null;
        }
    }
}
