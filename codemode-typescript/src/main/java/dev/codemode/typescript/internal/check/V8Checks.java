package dev.codemode.typescript.internal.check;

import dev.codemode.internal.json.Json;
import dev.codemode.sandbox.deno.DenoSandbox;
import dev.codemode.sandbox.worker.ProgramFile;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The worker process that checks scripts on V8. */
final class V8Checks {
    /** The memory of the compiler and the libraries, in addition to what a check may use. */
    private static final long BASE_MEMORY_BYTES = 96L << 20;

    private V8Checks() {}

    static WorkerProgram program(Path deno) {
        String texts = Json.write(Map.of(
                "compiler",
                CompilerText.compiler(),
                "checker",
                CompilerText.checker(),
                "library",
                CompilerText.library()));
        return DenoSandbox.program(
                "the TypeScript checker",
                deno,
                BASE_MEMORY_BYTES,
                List.of(ProgramFile.of(V8Checks.class, "check.mjs"), ProgramFile.of("texts.json", texts)));
    }
}
