package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.worker.ExecutableProgram;
import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts worker processes. Thread-safe.
 *
 * <p>Invariant: a worker has none of the host's environment, no files except an empty directory and its program.
 * Held by {@code LauncherTest}.
 */
public final class Launcher implements AutoCloseable {
    private static final String SYSTEM_ROOT = "SystemRoot";

    private final Command command;
    private final LaunchOptions options;
    private final @Nullable CacheRoot root;
    private final @Nullable WorkDirectories work;
    private volatile boolean closed;

    private Launcher(
            WorkerProgram program, LaunchOptions options, @Nullable CacheRoot root, @Nullable WorkDirectories work) {
        Cache cache = root == null || work == null ? null : new Cache(root.directory(), work, Clock.systemUTC());
        this.options = options;
        this.root = root;
        this.work = work;
        this.command = command(program, options, cache, work);
        if (cache != null) {
            cache.removeOld();
        }
    }

    private static Command command(
            WorkerProgram program, LaunchOptions options, @Nullable Cache cache, @Nullable WorkDirectories work) {
        if (program instanceof ExecutableProgram executable) {
            return ExecutableCommand.of(executable, options, cache);
        }
        return JavaCommand.of((JavaProgram) program, options, cache, work);
    }

    /**
     * Returns a launcher for workers of a program.
     *
     * @throws IllegalStateException if that is impossible here: nothing to start them with, files missing, no place for
     *     what must be copied
     */
    public static Launcher of(WorkerProgram program, LaunchOptions options) {
        Path given = options.cacheDirectory();
        CacheRoot root = given == null ? CacheRoot.temporary() : CacheRoot.in(given);
        WorkDirectories work = root == null ? null : workDirectories(root);
        if (work == null && options.namesDirectory()) {
            throw new IllegalStateException("Cannot start workers of " + program.name() + ": the command prefix names "
                    + LaunchOptions.DIRECTORY + ", and there is no temporary directory that can be written to. Give a"
                    + " directory with cacheDirectory(path).");
        }
        try {
            return new Launcher(program, options, root, work);
        } catch (RuntimeException e) {
            release(root, work);
            throw e;
        }
    }

    private static WorkDirectories workDirectories(CacheRoot root) {
        try {
            return WorkDirectories.in(root.directory());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot create directories for workers in " + root.directory() + ": " + e + ".", e);
        }
    }

    /**
     * Starts a worker. Its streams are pipes; what it writes to standard error must be read.
     *
     * @param maxMemoryBytes what a script may use, in addition to what the engine needs
     * @throws IOException if the process cannot be started, or if this is closed
     */
    public StartedProcess start(long maxMemoryBytes) throws IOException {
        if (closed) {
            throw new IOException("The launcher is closed.");
        }
        if (root != null) {
            root.requireOwn();
        }
        Path directory = work == null ? command.home() : work.create();
        try {
            Command.Words words = command.words(maxMemoryBytes, directory);
            List<String> line = new ArrayList<>(words.limits());
            line.addAll(options.prefixed(words.command(), directory));
            Process process = builder(line, directory, words.environment()).start();
            boolean prefixed = !options.commandPrefix().isEmpty();
            return new StartedProcess(process, directory, work != null, prefixed);
        } catch (IOException e) {
            if (work != null) {
                PrivateDirectory.delete(directory);
            }
            throw e;
        }
    }

    /**
     * Makes later workers start faster, if the program's kind has a way that takes effect here. Blocks for a few seconds;
     * {@link #close} and an interrupt end it.
     */
    public void train() {
        command.train();
    }

    /** Stops a training run, and removes what belongs only to this launcher. Workers must have ended. */
    @Override
    public void close() {
        closed = true;
        command.close();
        release(root, work);
    }

    private static void release(@Nullable CacheRoot root, @Nullable WorkDirectories work) {
        if (work != null) {
            work.close();
        }
        if (root != null && !root.shared()) {
            PrivateDirectory.delete(root.directory());
        }
    }

    /** Returns a process with none of the host's environment, only the given constants. */
    static ProcessBuilder builder(List<String> command, Path directory, Map<String, String> constants) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        String systemRoot = environment.get(SYSTEM_ROOT);
        environment.clear();
        environment.putAll(constants);
        if (systemRoot != null && File.separatorChar == '\\') {
            environment.put(SYSTEM_ROOT, systemRoot);
        }
        if (!command.stream()
                .allMatch(word -> StandardCharsets.US_ASCII.newEncoder().canEncode(word))) {
            // Without it, the JVM reads paths as ASCII.
            environment.put("LC_ALL", "C.UTF-8");
        }
        return builder;
    }
}
