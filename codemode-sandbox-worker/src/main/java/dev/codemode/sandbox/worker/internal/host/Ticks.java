package dev.codemode.sandbox.worker.internal.host;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Repeats one task at a time, ten times a second. The ticks go on for one tick after the task has been stopped, so that
 * short tasks in a row do not set up a timer each. Thread-safe.
 */
final class Ticks {
    private static final long TICK_MILLIS = 100;

    private final ScheduledExecutorService timer;
    private @Nullable Runnable task;
    private boolean ticking;

    Ticks(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Repeats this task from now on, first within one tick. */
    synchronized void start(Runnable task) {
        this.task = task;
        if (!ticking) {
            ticking = true;
            schedule();
        }
    }

    /** Forgets the task, unless it runs already. */
    synchronized void stop() {
        task = null;
    }

    private synchronized void schedule() {
        try {
            Future<?> unused = timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The pool is closed, and its workers are killed.
            ticking = false;
        }
    }

    private synchronized @Nullable Runnable current() {
        ticking = task != null;
        return task;
    }

    private void tick() {
        Runnable current = current();
        if (current != null) {
            try {
                current.run();
            } finally {
                schedule();
            }
        }
    }
}
