package dev.codemode.internal.threads;

import java.time.Duration;

/** How long one who waits in a queue goes on waiting: longer if the queue moves. Confined to one thread at a time. */
final class Patience {
    private final long maxStandstill;
    private long standstill;
    private long inAll;

    /**
     * Creates the patience of one who has not waited yet.
     *
     * @param maxStandstill how long it waits while the queue stands still
     * @param maxWait how long it waits in all
     */
    Patience(Duration maxStandstill, Duration maxWait) {
        this.maxStandstill = maxStandstill.toNanos();
        standstill = this.maxStandstill;
        inAll = maxWait.toNanos();
    }

    /** Returns how many nanoseconds it waits from now on if the queue stands still; none left is zero or less. */
    long left() {
        return Math.min(standstill, inAll);
    }

    /** Counts a wait, and whether somebody in the queue was served during it. */
    void waited(long nanos, boolean moved) {
        inAll -= nanos;
        standstill = moved ? maxStandstill : standstill - nanos;
    }
}
