package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.worker.Worker;
import java.io.IOException;
import org.graalvm.polyglot.Engine;

/** The main class of worker processes: GraalJS behind a pipe. */
final class GraalWorker {
    private GraalWorker() {}

    /** Runs until standard input is closed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Worker.run(arguments, () -> {
            Engine engine = GraalContexts.engine();
            return limits -> new GraalRealm(engine, limits);
        });
    }
}
