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
     * Collects limits; each must be above zero. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Duration maxRunTime;
        private Duration maxCpuTime;
        private long maxMemoryBytes;
        private int maxHostCalls;
        private int maxConcurrentHostCalls;
        private int maxSourceBytes;
        private int maxArgumentBytes;
        private int maxCallResultBytes;
        private int maxResultBytes;
        private int maxConsoleBytes;

        private Builder(Limits limits) {
            this.maxRunTime = limits.maxRunTime();
            this.maxCpuTime = limits.maxCpuTime();
            this.maxMemoryBytes = limits.maxMemoryBytes();
            this.maxHostCalls = limits.maxHostCalls();
            this.maxConcurrentHostCalls = limits.maxConcurrentHostCalls();
            this.maxSourceBytes = limits.maxSourceBytes();
            this.maxArgumentBytes = limits.maxArgumentBytes();
            this.maxCallResultBytes = limits.maxCallResultBytes();
            this.maxResultBytes = limits.maxResultBytes();
            this.maxConsoleBytes = limits.maxConsoleBytes();
        }

        /** Sets the wall time. */
        public Builder maxRunTime(Duration maxRunTime) {
            requirePositive("maxRunTime", maxRunTime.toNanos());
            this.maxRunTime = maxRunTime;
            return this;
        }

        /** Sets the processor time. */
        public Builder maxCpuTime(Duration maxCpuTime) {
            requirePositive("maxCpuTime", maxCpuTime.toNanos());
            this.maxCpuTime = maxCpuTime;
            return this;
        }

        /** Sets the memory. */
        public Builder maxMemoryBytes(long maxMemoryBytes) {
            requirePositive("maxMemoryBytes", maxMemoryBytes);
            this.maxMemoryBytes = maxMemoryBytes;
            return this;
        }

        /** Sets the number of calls. */
        public Builder maxHostCalls(int maxHostCalls) {
            requirePositive("maxHostCalls", maxHostCalls);
            this.maxHostCalls = maxHostCalls;
            return this;
        }

        /** Sets the number of calls in flight. */
        public Builder maxConcurrentHostCalls(int maxConcurrentHostCalls) {
            requirePositive("maxConcurrentHostCalls", maxConcurrentHostCalls);
            this.maxConcurrentHostCalls = maxConcurrentHostCalls;
            return this;
        }

        /** Sets the size of the script. */
        public Builder maxSourceBytes(int maxSourceBytes) {
            requirePositive("maxSourceBytes", maxSourceBytes);
            this.maxSourceBytes = maxSourceBytes;
            return this;
        }

        /** Sets the size of a call's arguments. */
        public Builder maxArgumentBytes(int maxArgumentBytes) {
            requirePositive("maxArgumentBytes", maxArgumentBytes);
            this.maxArgumentBytes = maxArgumentBytes;
            return this;
        }

        /** Sets the size of a call's result. */
        public Builder maxCallResultBytes(int maxCallResultBytes) {
            requirePositive("maxCallResultBytes", maxCallResultBytes);
            this.maxCallResultBytes = maxCallResultBytes;
            return this;
        }

        /** Sets the size of the script's result. */
        public Builder maxResultBytes(int maxResultBytes) {
            requirePositive("maxResultBytes", maxResultBytes);
            this.maxResultBytes = maxResultBytes;
            return this;
        }

        /** Sets the size of the console's text. */
        public Builder maxConsoleBytes(int maxConsoleBytes) {
            requirePositive("maxConsoleBytes", maxConsoleBytes);
            this.maxConsoleBytes = maxConsoleBytes;
            return this;
        }

        /** Returns the limits. */
        public Limits build() {
            return new Limits(
                    maxRunTime,
                    maxCpuTime,
                    maxMemoryBytes,
                    maxHostCalls,
                    maxConcurrentHostCalls,
                    maxSourceBytes,
                    maxArgumentBytes,
                    maxCallResultBytes,
                    maxResultBytes,
                    maxConsoleBytes);
        }
    }
}
