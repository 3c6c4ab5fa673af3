package dev.codemode.sandbox.realm;

import java.time.Instant;

/** The time that a script sees: from its start, in steps. Confined to the script's thread. */
final class ScriptClock {
    /** Too coarse for measuring what another thread or process does. */
    private static final long STEP_NANOS = 100_000_000;

    private static final double MILLIS_PER_STEP = STEP_NANOS / 1e6;

    private final double startMillis;
    private long startNanos;

    ScriptClock(Instant start) {
        startMillis = start.toEpochMilli();
    }

    void start() {
        startNanos = System.nanoTime();
    }

    /** Returns the milliseconds since 1970 that the script should see now. */
    double millis() {
        long steps = (System.nanoTime() - startNanos) / STEP_NANOS;
        return startMillis + steps * MILLIS_PER_STEP;
    }
}
