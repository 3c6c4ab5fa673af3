package dev.codemode.typescript.internal.strip;

import dev.codemode.internal.json.Json;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.deno.DenoSandbox;
import dev.codemode.sandbox.worker.ProgramFile;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SWC on V8, in a worker that answers one question after another. Confined to one thread. */
final class WorkerSwc implements Swc {
    private static final long BASE_MEMORY_BYTES = 64L << 20;
    private static final String MODULE = "swc-wasm-typescript-1.16.2.wasm";

    private final Sandbox workers;
    private final RunClock clock;

    /** Creates one for a script that has this much time. */
    WorkerSwc(Sandbox workers, RunClock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** Describes the worker. */
    static WorkerProgram program(Path deno) {
        return DenoSandbox.program(
                "the TypeScript stripper",
                deno,
                BASE_MEMORY_BYTES,
                List.of(
                        ProgramFile.of(WorkerSwc.class, "strip.mjs"),
                        ProgramFile.of(WorkerSwc.class, "swc.mjs"),
                        ProgramFile.of(
                                "swc.json", Json.write(Base64.getEncoder().encodeToString(module())))));
    }

    private static byte[] module() {
        try (InputStream in = WorkerSwc.class.getResourceAsStream(MODULE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks its resource " + MODULE + ".");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks a worker.
     *
     * @throws NoAnswerException if none answered
     */
    @Override
    public Answer transform(String text, Mode mode) throws SwcFailedException {
        Execution execution = ask(mode.option() + "\n" + text);
        if (!(execution instanceof Execution.Completed completed) || completed.resultJson() == null) {
            throw new NoAnswerException(execution);
        }
        if (!(Json.read(completed.resultJson()) instanceof Map<?, ?> answer)) {
            throw new SwcFailedException("SWC failed on V8.");
        }
        if (answer.get("code") instanceof String code) {
            return new Answer.Code(code, answer.get("map") instanceof String map ? map : null);
        }
        return new Answer.Refusal(
                String.valueOf(answer.get("refused")),
                String.valueOf(answer.get("message")),
                number(answer.get("line")),
                number(answer.get("column")));
    }

    private Execution ask(String order) {
        try {
            return workers.execute(Stripper.request(order, List.of(), clock));
        } catch (InterruptedException e) {
            throw new NoAnswerException(e);
        }
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    /** Thrown when no worker answered. */
    static final class NoAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable Execution execution;

        private NoAnswerException(Execution execution) {
            super("No worker answered.");
            this.execution = execution;
        }

        private NoAnswerException(InterruptedException interrupt) {
            super(interrupt);
            this.execution = null;
        }

        /** Returns what came instead of an answer; null if the thread was interrupted. */
        @Nullable Execution execution() {
            return execution;
        }
    }
}
