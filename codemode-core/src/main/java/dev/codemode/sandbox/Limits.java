package dev.codemode.sandbox;

import java.time.Duration;

/**
 * The limits of one execution. Every limit is on by default. Immutable and thread-safe.
 *
 * @param maxRunTime wall time from start to result; default 30 s
 * @param maxCpuTime processor time of the script itself; default 10 s
 * @param maxMemoryBytes memory of the realm; default 128 MiB
 * @param maxHostCalls calls of operations; default 1,000
 * @param maxConcurrentHostCalls concurrent calls in flight, further ones wait; default 128
 * @param maxSourceBytes the script's text in UTF-8; default 256 KiB
 * @param maxArgumentBytes one call's arguments as JSON in UTF-8; default 1 MiB
 * @param maxCallResultBytes one call's result as JSON in UTF-8; default 4 MiB
 * @param maxResultBytes the script's result as JSON in UTF-8; default 1 MiB
 * @param maxConsoleBytes the console's text in UTF-8, further messages are dropped; default 64 KiB
 * @since 0.1
 */
public record Limits(
        Duration maxRunTime,
        Duration maxCpuTime,
        long maxMemoryBytes,
        int maxHostCalls,
        int maxConcurrentHostCalls,
        int maxSourceBytes,
        int maxArgumentBytes,
        int maxCallResultBytes,
        int maxResultBytes,
        int maxConsoleBytes) {
    private static final Limits DEFAULTS = new Limits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            128L << 20,
            1_000,
            128,
            256 << 10,
            1 << 20,
            4 << 20,
            1 << 20,
            64 << 10);

    /** Checks that every limit is above zero. */
    public Limits {
        requirePositive("maxRunTime", maxRunTime.toNanos());
        requirePositive("maxCpuTime", maxCpuTime.toNanos());
        requirePositive("maxMemoryBytes", maxMemoryBytes);
        requirePositive("maxHostCalls", maxHostCalls);
        requirePositive("maxConcurrentHostCalls", maxConcurrentHostCalls);
        requirePositive("maxSourceBytes", maxSourceBytes);
        requirePositive("maxArgumentBytes", maxArgumentBytes);
        requirePositive("maxCallResultBytes", maxCallResultBytes);
        requirePositive("maxResultBytes", maxResultBytes);
        requirePositive("maxConsoleBytes", maxConsoleBytes);
    }

    private static void requirePositive(String option, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(option + " must be above zero, but was " + value + ".");
        }
    }

    /** Returns the defaults. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** Returns a builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder(DEFAULTS);
    }

    /** Returns a builder that starts from these limits. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Collects limits. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Limits limits;

        private Builder(Limits limits) {
            this.limits = limits;
        }

        /** Sets the wall time. */
        public Builder maxRunTime(Duration maxRunTime) {
            limits = new Limits(
                    maxRunTime,
                    limits.maxCpuTime(),
                    limits.maxMemoryBytes(),
                    limits.maxHostCalls(),
                    limits.maxConcurrentHostCalls(),
                    limits.maxSourceBytes(),
                    limits.maxArgumentBytes(),
                    limits.maxCallResultBytes(),
                    limits.maxResultBytes(),
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the processor time. */
        public Builder maxCpuTime(Duration maxCpuTime) {
            limits = new Limits(
                    limits.maxRunTime(),
                    maxCpuTime,
                    limits.maxMemoryBytes(),
                    limits.maxHostCalls(),
                    limits.maxConcurrentHostCalls(),
                    limits.maxSourceBytes(),
                    limits.maxArgumentBytes(),
                    limits.maxCallResultBytes(),
                    limits.maxResultBytes(),
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the memory. */
        public Builder maxMemoryBytes(long maxMemoryBytes) {
            limits = new Limits(
                    limits.maxRunTime(),
                    limits.maxCpuTime(),
                    maxMemoryBytes,
                    limits.maxHostCalls(),
                    limits.maxConcurrentHostCalls(),
                    limits.maxSourceBytes(),
                    limits.maxArgumentBytes(),
                    limits.maxCallResultBytes(),
                    limits.maxResultBytes(),
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the number of calls. */
        public Builder maxHostCalls(int maxHostCalls) {
            limits = new Limits(
                    limits.maxRunTime(),
                    limits.maxCpuTime(),
                    limits.maxMemoryBytes(),
                    maxHostCalls,
                    limits.maxConcurrentHostCalls(),
                    limits.maxSourceBytes(),
                    limits.maxArgumentBytes(),
                    limits.maxCallResultBytes(),
                    limits.maxResultBytes(),
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the number of calls in flight. */
        public Builder maxConcurrentHostCalls(int maxConcurrentHostCalls) {
            limits = new Limits(
                    limits.maxRunTime(),
                    limits.maxCpuTime(),
                    limits.maxMemoryBytes(),
                    limits.maxHostCalls(),
                    maxConcurrentHostCalls,
                    limits.maxSourceBytes(),
                    limits.maxArgumentBytes(),
                    limits.maxCallResultBytes(),
                    limits.maxResultBytes(),
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the size of the script. */
        public Builder maxSourceBytes(int maxSourceBytes) {
            limits = new Limits(
                    limits.maxRunTime(),
                    limits.maxCpuTime(),
                    limits.maxMemoryBytes(),
                    limits.maxHostCalls(),
                    limits.maxConcurrentHostCalls(),
                    maxSourceBytes,
                    limits.maxArgumentBytes(),
                    limits.maxCallResultBytes(),
                    limits.maxResultBytes(),
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the size of a call's arguments. */
        public Builder maxArgumentBytes(int maxArgumentBytes) {
            limits = new Limits(
                    limits.maxRunTime(),
                    limits.maxCpuTime(),
                    limits.maxMemoryBytes(),
                    limits.maxHostCalls(),
                    limits.maxConcurrentHostCalls(),
                    limits.maxSourceBytes(),
                    maxArgumentBytes,
                    limits.maxCallResultBytes(),
                    limits.maxResultBytes(),
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the size of a call's result. */
        public Builder maxCallResultBytes(int maxCallResultBytes) {
            limits = new Limits(
                    limits.maxRunTime(),
                    limits.maxCpuTime(),
                    limits.maxMemoryBytes(),
                    limits.maxHostCalls(),
                    limits.maxConcurrentHostCalls(),
                    limits.maxSourceBytes(),
                    limits.maxArgumentBytes(),
                    maxCallResultBytes,
                    limits.maxResultBytes(),
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the size of the script's result. */
        public Builder maxResultBytes(int maxResultBytes) {
            limits = new Limits(
                    limits.maxRunTime(),
                    limits.maxCpuTime(),
                    limits.maxMemoryBytes(),
                    limits.maxHostCalls(),
                    limits.maxConcurrentHostCalls(),
                    limits.maxSourceBytes(),
                    limits.maxArgumentBytes(),
                    limits.maxCallResultBytes(),
                    maxResultBytes,
                    limits.maxConsoleBytes());
            return this;
        }

        /** Sets the size of the console's text. */
        public Builder maxConsoleBytes(int maxConsoleBytes) {
            limits = new Limits(
                    limits.maxRunTime(),
                    limits.maxCpuTime(),
                    limits.maxMemoryBytes(),
                    limits.maxHostCalls(),
                    limits.maxConcurrentHostCalls(),
                    limits.maxSourceBytes(),
                    limits.maxArgumentBytes(),
                    limits.maxCallResultBytes(),
                    limits.maxResultBytes(),
                    maxConsoleBytes);
            return this;
        }

        /** Returns the limits. */
        public Limits build() {
            return limits;
        }
    }
}
