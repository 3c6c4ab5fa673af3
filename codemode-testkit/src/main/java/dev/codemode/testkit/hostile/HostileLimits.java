package dev.codemode.testkit.hostile;

import dev.codemode.sandbox.Limits;
import java.time.Duration;
import java.util.Objects;

/**
 * The limits of a hostile script. Immutable and thread-safe.
 *
 * @param sandbox what the sandbox enforces; what the corpus does not name has its default
 * @param stopTime how much later than its run time its caller must have the answer
 * @since 0.1
 */
public record HostileLimits(Limits sandbox, Duration stopTime) {
    /** Checks that nothing is null. */
    public HostileLimits {
        Objects.requireNonNull(sandbox, "sandbox");
        Objects.requireNonNull(stopTime, "stopTime");
    }

    /** Returns how long the script may run. */
    public Duration wallTime() {
        return sandbox.maxRunTime();
    }

    /** Returns these limits with another wall time. */
    public HostileLimits withWallTime(Duration wallTime) {
        return new HostileLimits(sandbox.toBuilder().maxRunTime(wallTime).build(), stopTime);
    }
}
