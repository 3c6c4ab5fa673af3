package dev.codemode.sandbox.v8;

import dev.codemode.sandbox.worker.Worker;
import dev.codemode.sandbox.worker.WorkerStart;
import java.io.IOException;

/** The main class of worker processes: V8 behind the pipe. */
final class V8Worker {
    private V8Worker() {}

    /** Runs until standard input is closed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkerStart start = WorkerStart.of(arguments);
        Worker.run(arguments, () -> new V8Realms(V8Library.load(start), start.maxMemoryBytes()));
    }
}
