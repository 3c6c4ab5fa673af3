package dev.codemode.sandbox.worker;

import java.util.List;
import java.util.Objects;
import java.util.Set;

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
 * @param baseMemoryBytes the heap that the engine itself needs, beside what a script may use
 * @param memoryExitCodes the exit codes of a worker that ran out of memory
 * @since 0.1
 */
public record WorkerProgram(
        String name,
        Class<?> mainClass,
        List<String> classes,
        List<String> packages,
        List<String> jvmOptions,
        long baseMemoryBytes,
        Set<Integer> memoryExitCodes) {
    /** Copies the collections. */
    public WorkerProgram {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mainClass, "mainClass");
        classes = List.copyOf(classes);
        packages = List.copyOf(packages);
        jvmOptions = List.copyOf(jvmOptions);
        memoryExitCodes = Set.copyOf(memoryExitCodes);
        if (baseMemoryBytes < 0) {
            throw new IllegalArgumentException("baseMemoryBytes must not be negative, but is " + baseMemoryBytes + ".");
        }
    }
}
