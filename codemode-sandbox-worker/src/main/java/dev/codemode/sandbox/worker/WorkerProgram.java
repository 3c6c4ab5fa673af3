package dev.codemode.sandbox.worker;

import java.util.List;
import java.util.Set;

/** What a worker process runs: an engine. Immutable. */
public record WorkerProgram(
        String name,
        Class<?> mainClass,
        List<String> classes,
        List<String> packages,
        List<String> jvmOptions,
        long baseMemoryBytes,
        Set<Integer> memoryExitCodes) {}
