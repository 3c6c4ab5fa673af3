package dev.codemode.sandbox.worker;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The program of a worker process: an engine, and what it needs. Immutable and thread-safe.
 *
 * @param name the engine's name in messages, such as {@code GraalJS}
 * @param mainClass the class whose {@code main} is the worker; its jar is on the worker's class path
 * @param classes the name of one class from each further jar that a worker needs; the jars of this module and of
 *     {@code dev.codemode.sandbox} need none
 * @param packages the beginnings of the names of entries that a worker needs if one jar contains several libraries,
 *     such as {@code org/graalvm/}; all entries of the jars of {@code classes} begin with one of them
 * @param jvmOptions flags that the engine needs on the Java version that runs
 * @param baseMemoryBytes the heap that the engine itself needs, in addition to what a script may use; with native
 *     parts, the whole heap of a worker's JVM
 * @param memoryExitCodes the exit codes of a worker that ran out of memory
 * @param nativeParts the parts that are not Java; null for a pure Java engine
 * @param knownFaults the published fault through which scripts may escape this version of the engine, with its date, as
 *     a sentence; empty if none is known. With one, the sandbox is built only with a command prefix, or with
 *     {@link WorkerSandbox.Builder#unsafeKnownFaults}
 * @since 0.1
 */
public record WorkerProgram(
        String name,
        Class<?> mainClass,
        List<String> classes,
        List<String> packages,
        List<String> jvmOptions,
        long baseMemoryBytes,
        Set<Integer> memoryExitCodes,
        @Nullable NativeParts nativeParts,
        String knownFaults) {
    /** Copies the collections. */
    public WorkerProgram {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mainClass, "mainClass");
        classes = List.copyOf(classes);
        packages = List.copyOf(packages);
        jvmOptions = List.copyOf(jvmOptions);
        memoryExitCodes = Set.copyOf(memoryExitCodes);
        Objects.requireNonNull(knownFaults, "knownFaults");
        if (baseMemoryBytes < 0) {
            throw new IllegalArgumentException("baseMemoryBytes must not be negative, but is " + baseMemoryBytes + ".");
        }
    }

    /** Describes a pure Java engine: a script's memory is part of the worker's heap. */
    public WorkerProgram(
            String name,
            Class<?> mainClass,
            List<String> classes,
            List<String> packages,
            List<String> jvmOptions,
            long baseMemoryBytes,
            Set<Integer> memoryExitCodes) {
        this(name, mainClass, classes, packages, jvmOptions, baseMemoryBytes, memoryExitCodes, null, "");
    }

    /** Returns the environment of a worker, which contains only constants. */
    public Map<String, String> environment() {
        return nativeParts == null ? Map.of() : nativeParts.environment();
    }

    /** Returns the heap of a worker's JVM for scripts that may use this much memory. */
    public long heapBytes(long maxMemoryBytes) {
        return nativeParts == null ? Math.addExact(baseMemoryBytes, maxMemoryBytes) : baseMemoryBytes;
    }
}
