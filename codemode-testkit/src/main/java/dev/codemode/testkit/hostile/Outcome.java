package dev.codemode.testkit.hostile;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import java.util.Locale;

/**
 * The way a hostile script ended.
 *
 * @since 0.1
 */
public enum Outcome {
    /** It returned. */
    VALUE,
    /** It failed, or a limit other than time and memory stopped it. */
    ERROR,
    /** The time limit stopped it. */
    TIMEOUT,
    /** The memory limit stopped it. */
    MEMORY,
    /** The process that ran it died. */
    CRASH,
    /** It did not run. */
    UNAVAILABLE;

    /** Returns the outcome of an execution. */
    public static Outcome of(Execution execution) {
        if (execution instanceof Execution.Completed) {
            return VALUE;
        }
        if (execution instanceof Execution.Stopped stopped) {
            return of(stopped.limit());
        }
        if (execution instanceof Execution.Unavailable unavailable) {
            return unavailable.reason() == Execution.Unavailable.Reason.CRASHED ? CRASH : UNAVAILABLE;
        }
        return ERROR;
    }

    private static Outcome of(LimitKind limit) {
        return switch (limit) {
            case RUN_TIME, CPU_TIME -> TIMEOUT;
            case MEMORY -> MEMORY;
            default -> ERROR;
        };
    }

    /**
     * Returns whether the script may end this way. A crash is an error like any other as long as the host survives it.
     */
    boolean satisfies(Expectation expectation) {
        return switch (expectation) {
            case NO_ESCAPE -> this != UNAVAILABLE;
            case ERROR -> this == ERROR || this == CRASH;
            case VALUE -> this == VALUE;
            case TIMEOUT -> this == TIMEOUT;
            case MEMORY -> this == MEMORY;
        };
    }

    /** Returns the word for it: {@code timeout}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
