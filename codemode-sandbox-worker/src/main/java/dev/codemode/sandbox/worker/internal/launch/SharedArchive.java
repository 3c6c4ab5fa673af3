package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file of classes that the JVM has loaded and linked before, so that workers start faster (decision 16): made once
 * for each runtime, class path and set of flags. Thread-safe.
 *
 * <p>Invariant: an incomplete file is never used, because the JVM does not check it and would crash. Held by
 * {@code SharedArchiveTest}.
 */
final class SharedArchive implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SharedArchive.class.getName());
    private static final String FORMAT = "1";
    private static final String FILE = "archive";
    private static final long MAX_TRAINING_SECONDS = 120;
    /** From this version on, the file holds linked classes and profiles too. */
    private static final int AOT_CACHE = 25;

    private final CommandLine command;
    private final Cache cache;
    private final WorkDirectories work;
    private final WholeFiles whole = new WholeFiles();
    private @Nullable Process training;
    private boolean trained;
    private boolean closed;

    SharedArchive(CommandLine command, Cache cache, WorkDirectories work) {
        this.command = command;
        this.cache = cache;
        this.work = work;
    }

    /** Returns the flags that make a worker use the archive; none if there is no complete one. */
    synchronized List<String> options(List<Path> classPath) {
        try {
            String key = key(classPath);
            Path file = cache.find(key, FILE);
            if (file == null) {
                return List.of();
            }
            if (whole.isWhole(file)) {
                return usesAotCache() ? List.of("-XX:AOTCache=" + file) : List.of("-XX:SharedArchiveFile=" + file);
            }
            cache.remove(key);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The shared archive cannot be read.", e);
        }
        return List.of();
    }

    /**
     * Makes the archive if there is none; tries once. Blocks until it is made; {@link #close} on another thread ends the
     * wait, and so does an interrupt.
     */
    void train(List<Path> classPath, @Nullable Path files) {
        synchronized (this) {
            if (closed || trained || !options(classPath).isEmpty()) {
                return;
            }
            trained = true;
        }
        try {
            cache.findOrMake(key(classPath), FILE, entry -> write(entry, classPath, files));
        } catch (IOException e) {
            if (!isClosed()) {
                LOG.log(System.Logger.Level.INFO, "Workers start without a shared archive: {0}", e.toString());
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Process running = training;
        if (running != null) {
            kill(running);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void write(Path entry, List<Path> classPath, @Nullable Path files) throws IOException {
        Path file = entry.resolve(FILE);
        Path directory = work.create();
        try {
            String flag = usesAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
            run(command.training(directory, new CommandLine.Place(classPath, List.of(flag + file), files)), directory);
        } finally {
            PrivateDirectory.delete(directory);
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("the runtime wrote no archive");
        }
        WholeFiles.seal(file);
    }

    private void run(List<String> words, Path directory) throws IOException {
        Process process = start(words, directory);
        try {
            if (!process.waitFor(MAX_TRAINING_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the training run took longer than " + MAX_TRAINING_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException("the training run ended with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the training run was interrupted", e);
        } finally {
            kill(process);
            synchronized (this) {
                training = null;
            }
        }
    }

    private synchronized Process start(List<String> words, Path directory) throws IOException {
        if (closed) {
            throw new IOException("the launcher is closed");
        }
        ProcessBuilder builder = Launcher.builder(words, directory, command.environment())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        Process process = builder.start();
        training = process;
        process.getOutputStream().close();
        return process;
    }

    private static void kill(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean usesAotCache() {
        return Runtime.version().feature() >= AOT_CACHE;
    }

    private String key(List<Path> classPath) throws IOException {
        Fingerprint key = new Fingerprint().text("archive").text(FORMAT);
        JavaLauncher launcher = command.launcher();
        key.text(launcher.release()).text(launcher.executable().toString());
        key.file(launcher.executable().toRealPath());
        Path modules = launcher.home().resolve("lib").resolve("modules");
        if (Files.exists(modules)) {
            key.file(modules);
        }
        key.text(command.program().mainClass().getName()).texts(command.lasting());
        for (Path jar : classPath) {
            key.file(jar);
        }
        return key.hex();
    }
}
