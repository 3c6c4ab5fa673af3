package dev.codemode.sandbox.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is typed to start a worker. Immutable and thread-safe.
 *
 * @param launcher the {@code java} to start
 * @param program what it runs
 * @param options what the host wants
 */
record CommandLine(JavaLauncher launcher, WorkerProgram program, LaunchOptions options) {
    private static final long TRAINING_MEMORY_BYTES = 128L << 20;

    /** The JVM keeps to itself: no files, no signals that attach a debugger, nothing of its own on standard output. */
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
    List<String> worker(long maxMemoryBytes, Path directory, List<String> archive, List<Path> classPath) {
        List<String> command = new ArrayList<>();
        options.commandPrefix()
                .forEach(word -> command.add(word.replace(LaunchOptions.DIRECTORY, directory.toString())));
        command.addAll(java(maxMemoryBytes, directory, archive, classPath));
        return command;
    }

    /** Returns the command of a run that writes a shared archive. */
    List<String> training(Path directory, List<String> archive, List<Path> classPath) {
        List<String> command = java(TRAINING_MEMORY_BYTES, directory, archive, classPath);
        command.add(Worker.TRAIN);
        return command;
    }

    /** Returns the flags that decide whether an archive fits, which are all but the sizes and the directory. */
    List<String> lasting() {
        List<String> lasting = new ArrayList<>(QUIET);
        lasting.addAll(program.jvmOptions());
        lasting.addAll(options.jvmOptions());
        return lasting;
    }

    private List<String> java(long maxMemoryBytes, Path directory, List<String> archive, List<Path> classPath) {
        List<String> command = new ArrayList<>();
        command.add(launcher.executable().toString());
        command.add("-Xmx" + kibibytes(Math.addExact(program.baseMemoryBytes(), maxMemoryBytes)) + "k");
        command.addAll(QUIET);
        command.add("-Djava.io.tmpdir=" + directory);
        command.add("-Duser.home=" + directory);
        command.addAll(archive);
        command.addAll(program.jvmOptions());
        command.addAll(options.jvmOptions());
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(program.mainClass().getName());
        return command;
    }

    private static long kibibytes(long bytes) {
        return (bytes + 1023) / 1024;
    }
}
