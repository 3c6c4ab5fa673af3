package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a launcher starts for a program, without the host's command prefix. Thread-safe. */
sealed interface Command extends AutoCloseable permits JavaCommand, ExecutableCommand {
    /** Returns what starts one worker in this directory. */
    Words words(long maxMemoryBytes, Path directory) throws IOException;

    /** Returns where a worker runs if it has no directory of its own. */
    Path home();

    /** Makes later workers start faster, if there is a way. Blocks; {@link #close} and an interrupt end it. */
    default void train() {}

    /** Ends {@link #train}. */
    @Override
    default void close() {}

    /**
     * One command.
     *
     * @param limits what comes first, before the host's prefix, and sets limits of the process
     * @param command the executable and its arguments
     * @param environment the whole environment
     */
    record Words(List<String> limits, List<String> command, Map<String, String> environment) {}
}
