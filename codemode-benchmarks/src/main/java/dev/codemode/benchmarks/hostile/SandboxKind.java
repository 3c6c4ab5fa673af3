package dev.codemode.benchmarks.hostile;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The sandboxes that can be tried, by the names of the command line. */
enum SandboxKind {
    WORKERS("workers", GraalSandbox::create, true),
    IN_PROCESS("in-process", GraalSandbox::unsafeInProcess, false);

    /** What is tried where the command line names nothing. */
    static final SandboxKind DEFAULT = WORKERS;

    private final String word;
    private final Supplier<Sandbox> factory;
    private final boolean recovers;

    SandboxKind(String word, Supplier<Sandbox> factory, boolean recovers) {
        this.word = word;
        this.factory = factory;
        this.recovers = recovers;
    }

    static Optional<SandboxKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(kind -> kind.word).collect(Collectors.joining("|"));
    }

    String word() {
        return word;
    }

    Sandbox create() {
        return factory.get();
    }

    /** Whether a script that had to be stopped leaves nothing behind, so that the same host can go on. */
    boolean recovers() {
        return recovers;
    }
}
