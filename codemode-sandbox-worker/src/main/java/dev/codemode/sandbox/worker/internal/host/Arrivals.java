package dev.codemode.sandbox.worker.internal.host;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * The trust domains that have lately come without a worker of their own, and the number of spare workers that as many
 * again would need. Confined to one thread at a time.
 */
final class Arrivals {
    private static final long WINDOW_NANOS = Duration.ofSeconds(30).toNanos();
    /** Half of those who came in the last half minute may come at once. */
    private static final int PER_SPARE = 2;

    private final LongSupplier nanoTime;
    private final Deque<Long> times = new ArrayDeque<>();
    private final int least;
    private final int most;

    /** Counts with this clock, and asks for at least and at most so many spare workers. */
    Arrivals(LongSupplier nanoTime, int least, int most) {
        this.nanoTime = nanoTime;
        this.least = least;
        this.most = Math.max(least, most);
    }

    /** Counts a domain that took a worker which belonged to nobody. */
    void add() {
        times.addLast(nanoTime.getAsLong());
        if (times.size() > PER_SPARE * most) {
            times.removeFirst();
        }
    }

    /** Returns how many workers should be ready for domains that have none. */
    int spares() {
        long now = nanoTime.getAsLong();
        while (!times.isEmpty() && now - times.peekFirst() > WINDOW_NANOS) {
            times.removeFirst();
        }
        return Math.min(most, least + times.size() / PER_SPARE);
    }
}
