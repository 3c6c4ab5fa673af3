package dev.codemode.typescript.internal.strip;

import dev.codemode.sandbox.worker.Worker;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.script.internal.ScriptScanner;
import dev.codemode.typescript.internal.strip.swc.SwcModule;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The main class of the worker processes that prepare scripts, and their description for the host. */
final class StripWorker {
    private static final long BASE_MEMORY_BYTES = 64L << 20;
    private static final int OUT_OF_MEMORY = 3;

    private StripWorker() {}

    /** Runs until standard input is closed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Worker.run(arguments, () -> {
            Swc swc = new BytecodeSwc();
            return limits -> new StripRealm(swc);
        });
    }

    private static String packageOf(Class<?> type) {
        return type.getPackageName().replace('.', '/') + "/";
    }

    static WorkerProgram program() {
        return WorkerProgram.builder("the TypeScript stripper", StripWorker.class)
                .classes(List.of("com.dylibso.chicory.runtime.Instance", "com.dylibso.chicory.wasm.Parser"))
                .packages(List.of("com/dylibso/chicory/", packageOf(SwcModule.class), packageOf(ScriptScanner.class)))
                .baseMemoryBytes(BASE_MEMORY_BYTES)
                .memoryExitCodes(Set.of(OUT_OF_MEMORY))
                .build();
    }
}
