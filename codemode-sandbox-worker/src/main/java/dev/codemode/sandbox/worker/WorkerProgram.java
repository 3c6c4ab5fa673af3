package dev.codemode.sandbox.worker;

import java.nio.file.Path;
import java.util.Set;

/**
 * The program of a worker process: an engine, and what it needs. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface WorkerProgram permits JavaProgram, ExecutableProgram {
    /**
     * Starts the description of a program that runs on a JVM of its own.
     *
     * @param name the engine's name in messages, such as {@code GraalJS}
     * @param mainClass the class whose {@code main} is the worker; its jar is on the worker's class path
     */
    static JavaProgram.Builder builder(String name, Class<?> mainClass) {
        return new JavaProgram.Builder(name, mainClass);
    }

    /**
     * Starts the description of a program that an executable of the host's runs.
     *
     * @param name the engine's name in messages, such as {@code Deno}
     * @param executable the executable
     */
    static ExecutableProgram.Builder builder(String name, Path executable) {
        return new ExecutableProgram.Builder(name, executable);
    }

    /** Returns the engine's name in messages. */
    String name();

    /** Returns the exit codes of a worker that ran out of memory. */
    Set<Integer> memoryExitCodes();

    /** Returns the fault through which scripts may escape this version of the engine; empty if none is known. */
    String knownFaults();
}
