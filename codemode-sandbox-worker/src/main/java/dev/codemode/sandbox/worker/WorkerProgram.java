package dev.codemode.sandbox.worker;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a worker process runs: an engine, and what it needs. Immutable and thread-safe.
 *
 * @param name the engine's name in messages, such as {@code GraalJS}
 * @param mainClass the class whose {@code main} is the worker; the jar that holds it is on the worker's class path
 * @param classes the name of a class of each further jar that a worker needs; the jars of this module and of
 *     {@code dev.codemode.sandbox} need none
 * @param packages how the names of the entries begin that a worker needs where one jar holds several libraries, such as
 *     {@code org/graalvm/}; all that the jars of {@code classes} hold begins with one of them
 * @param jvmOptions flags that the engine needs on the Java version that runs
 * @param baseMemoryBytes the heap that the engine itself needs, beside what a script may use; with native parts, the whole
 *     heap of a worker's JVM
 * @param memoryExitCodes the exit codes of a worker that ran out of memory
 * @param nativeParts what is not Java; null for an engine that is all Java
 * @param knownFaults the published fault by which scripts may leave this version of the engine, with its date, as a sentence;
 *     empty if none is known. With one, the sandbox is built only with a command prefix, or with {@link
 *     WorkerSandbox.Builder#unsafeKnownFaults}
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

    /** Describes an engine that is all Java: a script's memory is a part of the worker's heap. */
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

    /** Returns what the environment of a worker holds: constants alone. */
    Map<String, String> environment() {
        return nativeParts == null ? Map.of() : nativeParts.environment();
    }

    /** Returns the heap of a worker's JVM for scripts that may use so much. */
    long heapBytes(long maxMemoryBytes) {
        return nativeParts == null ? Math.addExact(baseMemoryBytes, maxMemoryBytes) : baseMemoryBytes;
    }
}
