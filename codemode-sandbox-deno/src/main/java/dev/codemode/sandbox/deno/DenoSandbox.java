package dev.codemode.sandbox.deno;

import dev.codemode.sandbox.realm.Shim;
import dev.codemode.sandbox.worker.ExecutableProgram;
import dev.codemode.sandbox.worker.ProgramFile;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sandboxes that run scripts on a current V8, each worker a process of Deno without permissions. The host provides the
 * executable, of Deno 2.9 or later, and keeps it current: fixes of V8 arrive with it. Thread-safe.
 *
 * @since 0.1
 */
public final class DenoSandbox {
    /** What Deno and the worker itself keep in V8's heap, and room to collect it. */
    private static final long BASE_BYTES = 24L << 20;

    /** Deno ends its process with SIGTRAP when V8's heap is full (128 + 5). */
    private static final int TRAPPED = 133;

    /** Enough for simple recursion of about ten thousand levels, and a quarter of a usual process's stack. */
    private static final int STACK_KIBIBYTES = 2_048;

    /** The modules of the loop that every program of this kind runs in. */
    private static final List<String> LOOP = List.of("serve.mjs", "run.mjs", "wire.mjs");

    private static final List<String> SCRIPT = List.of("script.mjs", "realm.mjs", "text.mjs", "rehearsal.mjs");

    private DenoSandbox() {}

    /**
     * Returns a builder for a sandbox that runs scripts in worker processes. Runs the executable once, to ask for its
     * version.
     *
     * @param deno the executable of Deno
     * @throws IllegalStateException if it is none, or if it is too old; the message says what can be done
     */
    public static WorkerSandbox.Builder builder(Path deno) {
        List<ProgramFile> files = new ArrayList<>();
        SCRIPT.forEach(name -> files.add(file(name)));
        files.add(ProgramFile.of("shim.mjs", "export default " + JavaScript.literal(Shim.textForV8()) + ";\n"));
        return WorkerSandbox.builder(program("Deno", deno, BASE_BYTES, files));
    }

    /**
     * Describes another program that runs in Deno and serves the host in the same way: its main module imports
     * {@code serve} from {@code ./serve.mjs}, and calls it with a function that creates realms.
     *
     * @param name its name in messages
     * @param deno the executable of Deno
     * @param baseMemoryBytes the heap that it needs in addition to what a script may use
     * @param files its modules, whose names end in {@code .mjs}, and other files; the first is the main module
     * @throws IllegalStateException if the executable is none, or if it is too old
     */
    public static ExecutableProgram program(String name, Path deno, long baseMemoryBytes, List<ProgramFile> files) {
        Executable.check(name, deno);
        List<ProgramFile> all = new ArrayList<>(files);
        LOOP.forEach(module -> all.add(file(module)));
        String main = files.get(0).name();
        return WorkerProgram.builder(name, deno)
                .files(all)
                .arguments(place -> arguments(place, main, baseMemoryBytes))
                .environment(place -> environment(place, main))
                .memoryExitCodes(Set.of(TRAPPED))
                .build();
    }

    private static ProgramFile file(String name) {
        return ProgramFile.of(DenoSandbox.class, name);
    }

    private static List<String> arguments(ExecutableProgram.Place place, String main, long baseMemoryBytes) {
        long heap = (Math.addExact(baseMemoryBytes, place.maxMemoryBytes()) + (1 << 20) - 1) >> 20;
        return List.of(
                "run",
                "--quiet",
                "--no-prompt",
                "--no-remote",
                "--no-npm",
                "--no-config",
                "--no-lock",
                "--no-code-cache",
                "--v8-flags=--max-heap-size=" + heap + ",--stack-size=" + STACK_KIBIBYTES
                        + ",--disallow-code-generation-from-strings",
                place.files().resolve(main).toString(),
                "memory=" + place.maxMemoryBytes());
    }

    /** A cache below a file cannot be made, so Deno writes nothing anywhere. V8 takes its time zone from nowhere else. */
    private static Map<String, String> environment(ExecutableProgram.Place place, String main) {
        return Map.of(
                "DENO_DIR", place.files().resolve(main).resolve("none").toString(),
                "DENO_NO_UPDATE_CHECK", "1",
                "NO_COLOR", "1",
                "TZ", "UTC");
    }
}
