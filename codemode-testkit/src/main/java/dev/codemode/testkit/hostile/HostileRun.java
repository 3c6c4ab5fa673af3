package dev.codemode.testkit.hostile;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of a hostile script, as observed by its host. Immutable and thread-safe.
 *
 * @param script the script that ran
 * @param outcome how it ended
 * @param resultJson the whole result, or null if there is none
 * @param texts the texts that the script and the model got
 * @param duration how long the caller waited
 * @param calls the calls that reached handlers
 * @since 0.1
 */
public record HostileRun(
        HostileScript script,
        Outcome outcome,
        @Nullable String resultJson,
        List<GuestText> texts,
        Duration duration,
        CallLog calls) {
    /** Copies the list. */
    public HostileRun {
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(calls, "calls");
        texts = List.copyOf(texts);
    }

    /**
     * Returns whether a script that was expected to exceed its time returned. Some scripts do a finite amount of work,
     * and an engine may be quick at it; that harms no host.
     */
    public boolean endedSooner() {
        return outcome == Outcome.VALUE
                && script.expected().contains(Expectation.TIMEOUT)
                && !script.expected().contains(Expectation.VALUE)
                && !script.expected().contains(Expectation.NO_ESCAPE);
    }
}
