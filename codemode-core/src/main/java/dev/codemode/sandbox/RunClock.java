package dev.codemode.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts down the run time of one execution, stands still while the execution waits for something that is not its fault,
 * such as a free worker, and can be shortened. Measured with the monotonic clock of the JVM. Thread-safe.
 *
 * @since 0.1
 */
public final class RunClock {
    private final Instant startedAt = Instant.now();
    private final long startNanos = System.nanoTime();
    private Duration limit;
    private final Set<Watch> watches = new LinkedHashSet<>();
    private int pauses;
    private long pausedAt;
    private long stoodNanos;

    private RunClock(Duration limit) {
        this.limit = limit;
    }

    /** Returns a clock that runs from now on, until this much time is spent. */
    public static RunClock start(Duration limit) {
        return new RunClock(Objects.requireNonNull(limit, "limit"));
    }

    /** Returns the time that is left; zero if it is spent. */
    public synchronized Duration left() {
        Duration left = limit.minusNanos(ranNanos());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns whether no time is left. */
    public boolean isSpent() {
        return left().isZero();
    }

    /** Returns when the time is spent if the clock does not stand still again; later than before after each pause. */
    public synchronized Instant deadline() {
        return startedAt.plus(limit).plusNanos(stoodNanos());
    }

    /**
     * Leaves at most this much time from now on.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public synchronized void leave(Duration most) {
        if (most.isNegative()) {
            throw new IllegalArgumentException("The time that is left must not be negative, but was " + most + ".");
        }
        if (left().compareTo(most) > 0) {
            limit = most.plusNanos(ranNanos());
            if (pauses == 0) {
                watches.forEach(Watch::cancel);
                List.copyOf(watches).forEach(Watch::reschedule);
            }
        }
    }

    private long ranNanos() {
        long now = pauses == 0 ? System.nanoTime() : pausedAt;
        return now - startNanos - stoodNanos;
    }

    private long stoodNanos() {
        return pauses == 0 ? stoodNanos : stoodNanos + System.nanoTime() - pausedAt;
    }

    /** Stops the clock until the pause is closed; with several pauses, until all of them are. */
    public synchronized Pause pause() {
        if (pauses++ == 0) {
            pausedAt = System.nanoTime();
            watches.forEach(Watch::cancel);
        }
        return new Pause();
    }

    private synchronized void resume() {
        long stood = stoodNanos();
        if (--pauses == 0) {
            stoodNanos = stood;
            List.copyOf(watches).forEach(Watch::reschedule);
        }
    }

    /**
     * Runs the task on the timer's thread as soon as the time is spent, at once if it is spent already, and never while
     * the clock stands still. At most once; not after the watch has been closed.
     *
     * @throws RejectedExecutionException if the timer has been shut down
     */
    public synchronized Watch whenSpent(ScheduledExecutorService timer, Runnable task) {
        Watch watch = new Watch(timer, task);
        if (pauses == 0) {
            watch.schedule();
        }
        watches.add(watch);
        return watch;
    }

    /**
     * A time during which the clock stands still. Thread-safe.
     *
     * @since 0.1
     */
    public final class Pause implements AutoCloseable {
        private boolean over;

        private Pause() {}

        /** Ends the pause. Closing twice is allowed. */
        @Override
        public void close() {
            synchronized (RunClock.this) {
                if (!over) {
                    over = true;
                    resume();
                }
            }
        }
    }

    /**
     * A task that waits for the end of the time. Thread-safe.
     *
     * @since 0.1
     */
    public final class Watch implements AutoCloseable {
        private final ScheduledExecutorService timer;
        private final Runnable task;
        private @Nullable Future<?> scheduled;

        private Watch(ScheduledExecutorService timer, Runnable task) {
            this.timer = timer;
            this.task = task;
        }

        private void schedule() {
            scheduled = timer.schedule(this::look, left().toNanos(), TimeUnit.NANOSECONDS);
        }

        private void reschedule() {
            try {
                schedule();
            } catch (RejectedExecutionException e) {
                // Who watched has ended.
                watches.remove(this);
            }
        }

        private void look() {
            synchronized (RunClock.this) {
                if (scheduled == null) {
                    return;
                }
                if (!isSpent()) {
                    reschedule();
                    return;
                }
                close();
            }
            task.run();
        }

        private void cancel() {
            if (scheduled != null) {
                scheduled.cancel(false);
                scheduled = null;
            }
        }

        /** Forgets the task, unless it runs already. Closing twice is allowed. */
        @Override
        public void close() {
            synchronized (RunClock.this) {
                cancel();
                watches.remove(this);
            }
        }
    }
}
