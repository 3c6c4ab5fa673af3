package dev.codemode.sandbox.worker;

import java.nio.file.Path;
import java.util.List;

/**
 * A worker process that was started. Immutable and thread-safe.
 *
 * @param process the process, or what the host's command prefix started for it
 * @param directory where it runs
 * @param ownsDirectory whether that directory is this worker's alone, and goes with it
 * @param prefixed whether the process may have started others, of which one is the worker
 */
record Launched(Process process, Path directory, boolean ownsDirectory, boolean prefixed) implements AutoCloseable {
    /**
     * Ends the process at once, and those that it started. Does not wait: {@link Process#destroyForcibly} closes the
     * pipes too, and would do so behind a writer that only the end of them all lets go.
     */
    void kill() {
        List<ProcessHandle> started = prefixed ? process.descendants().toList() : List.of();
        process.toHandle().destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Deletes the directory. The process must have ended. */
    @Override
    public void close() {
        if (ownsDirectory) {
            PrivateDirectory.delete(directory);
        }
    }
}
