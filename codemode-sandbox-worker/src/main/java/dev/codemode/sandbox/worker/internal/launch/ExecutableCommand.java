package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.worker.ExecutableProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts an executable of the host's, with the program's files unpacked. Thread-safe. */
final class ExecutableCommand implements Command {
    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * No core dump, which would hold what the script held; and an end, an hour of computing later, for a script that
     * spins although the host was killed: only a JVM has a thread of its own that sees the pipe closed.
     */
    private static final String LIMITS = "ulimit -c 0; ulimit -t 3600; exec \"$@\"";

    private final ExecutableProgram program;
    private final UnpackedFiles files;

    private ExecutableCommand(ExecutableProgram program, UnpackedFiles files) {
        this.program = program;
        this.files = files;
    }

    /**
     * Returns the command for a program.
     *
     * @throws IllegalStateException if there is no such executable, or no place for the files
     */
    static ExecutableCommand of(ExecutableProgram program, LaunchOptions options, @Nullable Cache cache) {
        Path executable = program.executable();
        if (!Files.isRegularFile(executable) || !Files.isExecutable(executable)) {
            throw new IllegalStateException("Cannot start workers of " + program.name() + ": "
                    + (Files.exists(executable) ? "this is no executable file: " : "there is no executable at ")
                    + executable + ".");
        }
        return new ExecutableCommand(program, UnpackedFiles.of(program, cache));
    }

    @Override
    public Words words(long maxMemoryBytes, Path directory) throws IOException {
        ExecutableProgram.Place place = new ExecutableProgram.Place(directory, files.directory(), maxMemoryBytes);
        List<String> command = new ArrayList<>();
        command.add(program.executable().toString());
        command.addAll(program.arguments(place));
        return new Words(limits(), List.copyOf(command), program.environment(place));
    }

    /** A machine without a shell leaves these limits to the host. */
    private static List<String> limits() {
        return Files.isExecutable(SHELL) ? List.of(SHELL.toString(), "-c", LIMITS, "sh") : List.of();
    }

    @Override
    public Path home() {
        return Objects.requireNonNull(program.executable().getParent(), "the directory of the executable");
    }
}
