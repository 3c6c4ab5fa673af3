package dev.codemode.sandbox.v8;

import dev.codemode.sandbox.worker.Worker;
import dev.codemode.sandbox.worker.WorkerStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The main class of worker processes: V8 behind a pipe. */
final class V8Worker {
    /** The memory that a core dump contains (core(5)). */
    private static final Path DUMPED = Path.of("/proc/self/coredump_filter");

    private V8Worker() {}

    /** Runs until standard input is closed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        leaveNoMemoryBehind();
        WorkerStart start = WorkerStart.of(arguments);
        Worker.run(arguments, () -> new V8Realms(V8Library.load(start), start.maxMemoryBytes()));
    }

    /** V8 ends its process in a way that dumps core if the host's limits allow it. */
    private static void leaveNoMemoryBehind() {
        try {
            Files.writeString(DUMPED, "0");
        } catch (IOException e) {
            // If it cannot be set, the limits of the host's recipe apply.
        }
    }
}
