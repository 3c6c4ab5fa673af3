package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.NativeParts;
import dev.codemode.sandbox.worker.WorkerStart;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command that starts a worker in Java. Immutable and thread-safe.
 *
 * @param launcher the {@code java} to start
 * @param program the program that it runs
 * @param options the host's options
 */
record CommandLine(JavaLauncher launcher, JavaProgram program, LaunchOptions options) {
    private static final long TRAINING_MEMORY_BYTES = 128L << 20;

    /**
     * These keep the JVM to itself: no files, no signals that attach a debugger, no output on standard output.
     */
    private static final List<String> QUIET = List.of(
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.timezone=UTC",
            "-Duser.name=worker");

    /** Returns the command of a worker with its own directory. */
    List<String> worker(long maxMemoryBytes, Path directory, Place place) {
        return java(new WorkerStart(maxMemoryBytes, place.files, false), directory, place);
    }

    /** Returns the command for a run that writes a shared archive. */
    List<String> training(Path directory, Place place) {
        return java(new WorkerStart(TRAINING_MEMORY_BYTES, place.files, true), directory, place);
    }

    /** Returns the environment, which contains only constants. */
    Map<String, String> environment() {
        NativeParts parts = program.nativeParts();
        return parts == null ? Map.of() : parts.environment();
    }

    /** Returns the flags that decide whether an archive fits: all except the sizes and the directory. */
    List<String> lasting() {
        List<String> lasting = new ArrayList<>(QUIET);
        lasting.addAll(program.jvmOptions());
        lasting.addAll(options.jvmOptions());
        return lasting;
    }

    private List<String> java(WorkerStart start, Path directory, Place place) {
        List<String> command = new ArrayList<>();
        command.add(launcher.executable().toString());
        command.add("-Xmx" + kibibytes(program.heapBytes(start.maxMemoryBytes())) + "k");
        command.addAll(QUIET);
        command.add("-Djava.io.tmpdir=" + directory);
        command.add("-Duser.home=" + directory);
        command.addAll(place.archive);
        command.addAll(program.jvmOptions());
        command.addAll(options.jvmOptions());
        command.add("-cp");
        command.add(place.classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(program.mainClass().getName());
        command.addAll(start.arguments());
        return command;
    }

    private static long kibibytes(long bytes) {
        return (bytes + 1023) / 1024;
    }

    /**
     * The files that a worker runs.
     *
     * @param classPath the jars
     * @param archive the flags that name a shared archive, or the file to write one to
     * @param files the directory of the engine's native files, or null
     */
    record Place(
            List<Path> classPath,
            List<String> archive,
            @Nullable Path files) {}
}
