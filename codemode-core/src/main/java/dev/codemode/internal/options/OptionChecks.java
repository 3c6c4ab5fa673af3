package dev.codemode.internal.options;

import java.time.Duration;

/** Refuses the values that an option cannot have, in the same words everywhere. Holds no state. */
public final class OptionChecks {
    private OptionChecks() {}

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public static int positive(String option, int value) {
        return (int) positive(option, (long) value);
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public static long positive(String option, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be at least 1, but was " + value + ".");
        }
        return value;
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public static Duration positive(String option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(option + " must be longer than zero, but was " + value + ".");
        }
        return value;
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static int notNegative(String option, int value) {
        return (int) notNegative(option, (long) value);
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static long notNegative(String option, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(option + " must not be negative, but was " + value + ".");
        }
        return value;
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static Duration notNegative(String option, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(option + " must not be negative, but was " + value + ".");
        }
        return value;
    }
}
