package dev.codemode.sandbox.worker;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A worker's program that a JVM of its own runs: a main class, and the jars that it needs. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class JavaProgram implements WorkerProgram {
    private final String name;
    private final Class<?> mainClass;
    private final List<String> classes;
    private final List<String> packages;
    private final List<String> jvmOptions;
    private final long baseMemoryBytes;
    private final Set<Integer> memoryExitCodes;
    private final @Nullable NativeParts nativeParts;
    private final String knownFaults;

    private JavaProgram(Builder builder) {
        name = builder.name;
        mainClass = builder.mainClass;
        classes = builder.classes;
        packages = builder.packages;
        jvmOptions = builder.jvmOptions;
        baseMemoryBytes = builder.baseMemoryBytes;
        memoryExitCodes = builder.memoryExitCodes;
        nativeParts = builder.nativeParts;
        knownFaults = builder.knownFaults;
    }

    /** Returns a builder that has everything that this has. */
    public Builder toBuilder() {
        Builder builder = new Builder(name, mainClass)
                .classes(classes)
                .packages(packages)
                .jvmOptions(jvmOptions)
                .baseMemoryBytes(baseMemoryBytes)
                .memoryExitCodes(memoryExitCodes)
                .knownFaults(knownFaults);
        return nativeParts == null ? builder : builder.nativeParts(nativeParts);
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the class whose {@code main} is the worker. */
    public Class<?> mainClass() {
        return mainClass;
    }

    /** Returns the name of one class from each further jar that a worker needs. */
    public List<String> classes() {
        return classes;
    }

    /** Returns the beginnings of the names of entries that a worker needs from a jar of several libraries. */
    public List<String> packages() {
        return packages;
    }

    /** Returns the flags that the engine needs. */
    public List<String> jvmOptions() {
        return jvmOptions;
    }

    /** Returns the heap that the engine itself needs; with native parts, the whole heap of a worker's JVM. */
    public long baseMemoryBytes() {
        return baseMemoryBytes;
    }

    @Override
    public Set<Integer> memoryExitCodes() {
        return memoryExitCodes;
    }

    /** Returns the parts that are not Java; null for a pure Java engine. */
    public @Nullable NativeParts nativeParts() {
        return nativeParts;
    }

    @Override
    public String knownFaults() {
        return knownFaults;
    }

    /** Returns the heap of a worker's JVM for scripts that may use this much memory. */
    public long heapBytes(long maxMemoryBytes) {
        return nativeParts == null ? Math.addExact(baseMemoryBytes, maxMemoryBytes) : baseMemoryBytes;
    }

    /**
     * Describes a program in Java. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String name;
        private final Class<?> mainClass;
        private List<String> classes = List.of();
        private List<String> packages = List.of();
        private List<String> jvmOptions = List.of();
        private long baseMemoryBytes;
        private Set<Integer> memoryExitCodes = Set.of();
        private @Nullable NativeParts nativeParts;
        private String knownFaults = "";

        Builder(String name, Class<?> mainClass) {
            this.name = Objects.requireNonNull(name, "name");
            this.mainClass = Objects.requireNonNull(mainClass, "mainClass");
        }

        /**
         * Sets the name of one class from each further jar that a worker needs; the jars of this module and of
         * {@code dev.codemode.sandbox} need none.
         */
        public Builder classes(List<String> classes) {
            this.classes = List.copyOf(classes);
            return this;
        }

        /**
         * Sets the beginnings of the names of entries that a worker needs if one jar contains several libraries, such as
         * {@code org/graalvm/}; all entries of the jars of {@link #classes} begin with one of them.
         */
        public Builder packages(List<String> packages) {
            this.packages = List.copyOf(packages);
            return this;
        }

        /** Sets the flags that the engine needs on the Java version that runs. */
        public Builder jvmOptions(List<String> jvmOptions) {
            this.jvmOptions = List.copyOf(jvmOptions);
            return this;
        }

        /**
         * Sets the heap that the engine itself needs, in addition to what a script may use; with native parts, the whole
         * heap of a worker's JVM. 0 by default.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder baseMemoryBytes(long baseMemoryBytes) {
            if (baseMemoryBytes < 0) {
                throw new IllegalArgumentException(
                        "baseMemoryBytes must not be negative, but was " + baseMemoryBytes + ".");
            }
            this.baseMemoryBytes = baseMemoryBytes;
            return this;
        }

        /** Sets the exit codes of a worker that ran out of memory. None by default. */
        public Builder memoryExitCodes(Set<Integer> memoryExitCodes) {
            this.memoryExitCodes = Set.copyOf(memoryExitCodes);
            return this;
        }

        /** Sets the parts that are not Java. By default the engine is pure Java: a script's memory is on the heap. */
        public Builder nativeParts(NativeParts nativeParts) {
            this.nativeParts = Objects.requireNonNull(nativeParts, "nativeParts");
            return this;
        }

        /**
         * Sets the published fault through which scripts may escape this version of the engine, with its date, as a
         * sentence. With one, the sandbox is built only with a command prefix, or with
         * {@link WorkerSandbox.Builder#unsafeKnownFaults}. None by default.
         */
        public Builder knownFaults(String knownFaults) {
            this.knownFaults = Objects.requireNonNull(knownFaults, "knownFaults");
            return this;
        }

        /** Returns the program. */
        public JavaProgram build() {
            return new JavaProgram(this);
        }
    }
}
