package dev.codemode.execution;

import dev.codemode.catalog.Effect;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of one call of a script. Contains no arguments and no results. Immutable and thread-safe.
 *
 * @param id the call's number within its execution, from 1, in dispatch order
 * @param operation the dotted name as the script spelt it
 * @param effect the operation's effect; empty if the call named no operation that the caller can see
 * @param outcome how it ended
 * @param duration from dispatch to outcome
 * @param message the message for the script if the call did not succeed; empty otherwise
 * @param retryable whether a call that failed can succeed later
 * @since 0.1
 */
public record CallRecord(
        int id,
        String operation,
        Optional<Effect> effect,
        Outcome outcome,
        Duration duration,
        String message,
        boolean retryable) {
    /** Checks that nothing is null. */
    public CallRecord {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(message, "message");
    }

    /** Returns whether the call may have changed something. */
    public boolean mayHaveTakenEffect() {
        return outcome != Outcome.REFUSED
                && outcome != Outcome.DECLINED
                && effect.filter(e -> e != Effect.READ).isPresent();
    }

    /** The way a call ended. */
    public enum Outcome {
        /** The handler returned. */
        SUCCEEDED,
        /** The handler was not reached: unknown operation, bad arguments, or a limit. */
        REFUSED,
        /** The operation reported that it did nothing ({@link dev.codemode.source.OperationFailedException}). */
        DECLINED,
        /** The handler was reached and failed; it may have taken effect. */
        FAILED,
        /** The handler returned, but its result could not be passed on: it is too large, or not JSON. */
        WITHOUT_RESULT,
        /** The execution ended while the handler ran; it may have taken effect. */
        CANCELLED
    }
}
