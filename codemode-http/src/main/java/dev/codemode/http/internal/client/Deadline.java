package dev.codemode.http.internal.client;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** The end of the time that something may take. Immutable and thread-safe. */
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Returns this deadline, or an earlier one if that much time passes before. */
    Deadline atMost(Duration time) {
        Deadline other = in(time);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /**
     * Returns what is left in milliseconds, at least one.
     *
     * @throws HttpTimeoutException if nothing is left
     */
    int millisLeft() throws HttpTimeoutException {
        long nanos = nanoTime - System.nanoTime();
        if (nanos <= 0) {
            throw new HttpTimeoutException("The server did not answer in time.");
        }
        return (int) Math.min(Integer.MAX_VALUE, nanos / 1_000_000 + 1);
    }
}
