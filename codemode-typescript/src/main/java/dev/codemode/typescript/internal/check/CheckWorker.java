package dev.codemode.typescript.internal.check;

import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.sandbox.worker.Worker;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.typescript.internal.strip.TextRealm;
import java.io.IOException;
import java.util.List;

/** The main class of the worker process that checks scripts, and its description for the host. */
final class CheckWorker {
    /** The memory of the compiler and the libraries, in addition to the engine's. */
    private static final long BASE_MEMORY_BYTES = 96L << 20;

    private CheckWorker() {}

    /** Runs until standard input is closed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Worker.run(arguments, () -> {
            TypeChecker checker = new TypeChecker();
            return limits -> new CheckRealm(checker);
        });
    }

    static WorkerProgram program() {
        String realms = TextRealm.class.getPackageName().replace('.', '/') + "/";
        return GraalSandbox.program(
                "the TypeScript checker", CheckWorker.class, List.of(), List.of(realms), BASE_MEMORY_BYTES);
    }
}
