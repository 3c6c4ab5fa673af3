package dev.codemode.sandbox.realm;

import java.time.Instant;

/**
 * The time that a script sees: from its start, in steps. Confined to one thread at a time.
 *
 * @since 0.1
 */
public final class ScriptClock {
    /** Too coarse for measuring what another thread or process does. */
    private static final long STEP_MILLIS = 100;

    private static final long STEP_NANOS = STEP_MILLIS * 1_000_000;

    private final long startMillis;
    private long startNanos = System.nanoTime();

    /** Creates a clock that shows this time from now on. */
    public ScriptClock(Instant start) {
        startMillis = start.toEpochMilli();
    }

    /** Starts again, at the same time. */
    public void restart() {
        startNanos = System.nanoTime();
    }

    /** Returns the milliseconds since 1970 that the script should see now. */
    public long millis() {
        return startMillis + (System.nanoTime() - startNanos) / STEP_NANOS * STEP_MILLIS;
    }
}
