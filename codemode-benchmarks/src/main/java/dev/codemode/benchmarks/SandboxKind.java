package dev.codemode.benchmarks;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.deno.DenoSandbox;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.sandbox.v8.V8Sandbox;
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The sandboxes that can be tested, by their names on the command line. */
public enum SandboxKind {
    /** GraalJS in worker processes. */
    WORKERS("workers", GraalSandbox::create, true),
    /** GraalJS in this process. */
    IN_PROCESS("in-process", GraalSandbox::unsafeInProcess, false),
    /** V8 in worker processes. */
    V8("v8", () -> V8Sandbox.builder().unsafeKnownFaults().build(), true),
    /** V8 in worker processes of Deno, whose executable the environment names. */
    DENO("deno", () -> deno().build(), true);

    /** The sandbox that is tested if the command line names none. */
    public static final SandboxKind DEFAULT = WORKERS;

    private final String word;
    private final Supplier<Sandbox> factory;
    private final boolean recovers;

    SandboxKind(String word, Supplier<Sandbox> factory, boolean recovers) {
        this.word = word;
        this.factory = factory;
        this.recovers = recovers;
    }

    /** Returns a builder of workers for those kinds that have them. */
    public WorkerSandbox.Builder workers() {
        return switch (this) {
            case V8 -> V8Sandbox.builder().unsafeKnownFaults();
            case DENO -> deno();
            default -> GraalSandbox.builder();
        };
    }

    private static WorkerSandbox.Builder deno() {
        String executable = System.getenv("CODEMODE_DENO");
        if (executable == null) {
            throw new IllegalStateException("Set CODEMODE_DENO to the executable of Deno.");
        }
        return DenoSandbox.builder(Path.of(executable));
    }

    /** Returns the one with that name. */
    public static Optional<SandboxKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Returns the names, separated by bars. */
    public static String words() {
        return Arrays.stream(values()).map(kind -> kind.word).collect(Collectors.joining("|"));
    }

    /** Returns the name. */
    public String word() {
        return word;
    }

    /** Returns a new sandbox. */
    public Sandbox create() {
        return factory.get();
    }

    /** Whether a script that had to be stopped leaves nothing behind, so that the same host can continue. */
    public boolean recovers() {
        return recovers;
    }
}
