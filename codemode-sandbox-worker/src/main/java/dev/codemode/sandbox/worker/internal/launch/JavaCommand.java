package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.worker.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a program in Java: finds its jars, and keeps an archive of its classes. Thread-safe. */
final class JavaCommand implements Command {
    private static final System.Logger LOG = System.getLogger(JavaCommand.class.getName());

    private final CommandLine command;
    private final WorkerClassPath classPath;
    private final @Nullable UnpackedFiles files;
    private final @Nullable SharedArchive archive;

    /**
     * Finds everything.
     *
     * @throws IllegalStateException if something is missing
     */
    JavaCommand(CommandLine command, @Nullable Cache cache, @Nullable WorkDirectories work) {
        this.command = command;
        this.classPath = new WorkerClassPath(command.program(), cache);
        this.files = UnpackedFiles.of(command.program(), cache);
        this.archive = cache == null || work == null || command.options().choosesArchive()
                ? null
                : new SharedArchive(command, cache, work);
    }

    /**
     * Returns the command for a program.
     *
     * @throws IllegalStateException if there is no launcher, or something of the program is missing
     */
    static JavaCommand of(
            JavaProgram program, LaunchOptions options, @Nullable Cache cache, @Nullable WorkDirectories work) {
        JavaLauncher launcher = JavaLauncher.find(program.name(), options.javaLauncher());
        return new JavaCommand(new CommandLine(launcher, program, options), cache, work);
    }

    @Override
    public Words words(long maxMemoryBytes, Path directory) throws IOException {
        List<Path> jars = classPath.jars();
        List<String> shared = archive == null ? List.of() : archive.options(jars);
        CommandLine.Place place = new CommandLine.Place(jars, shared, files == null ? null : files.directory());
        return new Words(List.of(), command.worker(maxMemoryBytes, directory, place), command.environment());
    }

    @Override
    public Path home() {
        return command.launcher().home();
    }

    @Override
    public void train() {
        if (archive != null) {
            try {
                archive.train(classPath.jars(), files == null ? null : files.directory());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.INFO, "Workers start without a shared archive: {0}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        if (archive != null) {
            archive.close();
        }
    }
}
