package dev.codemode.sandbox.worker.internal.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A worker process that was started. Thread-safe. */
public final class StartedProcess implements AutoCloseable {
    private final Process process;
    private final Path directory;
    private final boolean ownsDirectory;
    private final boolean prefixed;

    /**
     * Wraps a process.
     *
     * @param process the process, or the one that the host's command prefix started for it
     * @param directory where it runs
     * @param ownsDirectory whether that directory belongs only to this worker, and is deleted with it
     * @param prefixed whether the process may have started others, one of which is the worker
     */
    StartedProcess(Process process, Path directory, boolean ownsDirectory, boolean prefixed) {
        this.process = process;
        this.directory = directory;
        this.ownsDirectory = ownsDirectory;
        this.prefixed = prefixed;
    }

    /** Returns the process, or the one that the host's command prefix started for it. */
    public Process process() {
        return process;
    }

    /** Returns the process and, behind a command prefix, those that it has started, one of which is the worker. */
    public List<ProcessHandle> all() {
        Stream<ProcessHandle> started = prefixed ? process.descendants() : Stream.of();
        return Stream.concat(Stream.of(process.toHandle()), started).toList();
    }

    /** Returns where it runs. */
    public Path directory() {
        return directory;
    }

    /**
     * Ends the process and those that it started at once. Does not wait: {@link Process#destroyForcibly} also closes
     * the pipes, and would block behind a writer that is released only when every process has ended.
     */
    public void kill() {
        all().forEach(ProcessHandle::destroyForcibly);
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
