package dev.codemode.sandbox.realm;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one script, in the order in which they are due; with equal times, in the order of their numbers.
 * Confined to one thread at a time.
 *
 * @since 0.1
 */
public final class TimerQueue {
    /** The most timers that a script may have waiting at once; the shim refuses further ones. */
    public static final int MAX_WAITING = 10_000;

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Map<Integer, Timer> byId = new HashMap<>();

    /** Creates a queue without timers. */
    public TimerQueue() {}

    /** Starts a timer; returns whether it is the next one that is due. */
    public boolean start(int id, long delayMillis) {
        clear(id);
        Timer timer = new Timer(id, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis));
        timers.add(timer);
        byId.put(id, timer);
        return timer.equals(timers.peek());
    }

    /** Clears a timer; does nothing if there is none of this number. */
    public void clear(int id) {
        Timer timer = byId.remove(id);
        if (timer != null) {
            timers.remove(timer);
        }
    }

    /** Returns how many timers wait. */
    public int size() {
        return timers.size();
    }

    /** Returns in how many nanoseconds the next timer is due, zero or less if it is; null if there is none. */
    public @Nullable Long nanosToNext() {
        Timer timer = timers.peek();
        return timer == null ? null : timer.dueNanos() - System.nanoTime();
    }

    /** Removes the next timer if it is due and returns its number; otherwise null. */
    public @Nullable Integer pollDue() {
        Timer timer = timers.peek();
        if (timer == null || timer.dueNanos() - System.nanoTime() > 0) {
            return null;
        }
        timers.remove();
        byId.remove(timer.id());
        return timer.id();
    }

    private record Timer(int id, long dueNanos) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            long difference = dueNanos - other.dueNanos;
            return difference == 0 ? Integer.compare(id, other.id) : Long.signum(difference);
        }
    }
}
