package dev.codemode.sandbox.worker.internal.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The host's options for starting workers. Immutable and thread-safe.
 *
 * @param javaLauncher the {@code java} to start; null for the one that this process runs on
 * @param jvmOptions flags that follow all others
 * @param commandPrefix what comes before the launcher, in which {@link #DIRECTORY} stands for the worker's own
 *     directory
 * @param cacheDirectory where unpacked jars and shared archives are kept; null for the temporary directory
 */
public record LaunchOptions(
        @Nullable Path javaLauncher,
        List<String> jvmOptions,
        List<String> commandPrefix,
        @Nullable Path cacheDirectory) {
    /** The placeholder for the worker's own directory in a command prefix. */
    static final String DIRECTORY = "{directory}";

    private static final List<String> CLASS_PATH_OPTIONS =
            List.of("-cp", "-classpath", "--class-path", "-jar", "-p", "--module-path", "-m", "--module");
    private static final List<String> HEAP_OPTIONS = List.of("-Xmx", "-XX:MaxHeapSize=", "-XX:MaxRAM");
    private static final List<String> ARCHIVE_OPTIONS =
            List.of("-Xshare:", "-XX:SharedArchiveFile=", "-XX:ArchiveClassesAtExit=", "-XX:AOT");

    public LaunchOptions {
        jvmOptions = List.copyOf(jvmOptions);
        commandPrefix = List.copyOf(commandPrefix);
        jvmOptions.forEach(LaunchOptions::checkJvmOption);
    }

    /** Returns the default options. */
    static LaunchOptions defaults() {
        return new LaunchOptions(null, List.of(), List.of(), null);
    }

    /** Returns whether the host's flags determine the shared archive, so that this library's own is left out. */
    boolean choosesArchive() {
        return jvmOptions.stream().anyMatch(option -> ARCHIVE_OPTIONS.stream().anyMatch(option::startsWith));
    }

    /** Returns the command with the prefix of a worker that has this directory. */
    List<String> prefixed(List<String> command, Path directory) {
        return Stream.concat(
                        commandPrefix.stream().map(word -> word.replace(DIRECTORY, directory.toString())),
                        command.stream())
                .toList();
    }

    /** Returns whether the command prefix needs the worker to have its own directory. */
    boolean namesDirectory() {
        return commandPrefix.stream().anyMatch(word -> word.contains(DIRECTORY));
    }

    private static void checkJvmOption(String option) {
        if (HEAP_OPTIONS.stream().anyMatch(option::startsWith)) {
            throw new IllegalArgumentException("The JVM option '" + option
                    + "' sets a worker's heap, which follows from Limits.maxMemoryBytes. Set that limit instead.");
        }
        if (CLASS_PATH_OPTIONS.stream().anyMatch(name -> option.equals(name) || option.startsWith(name + "="))) {
            throw new IllegalArgumentException("The JVM option '" + option
                    + "' sets a worker's class path, which holds only the sandbox's own jars. Leave it out.");
        }
        if (!option.startsWith("-") && !option.startsWith("@")) {
            throw new IllegalArgumentException("The JVM option '" + option
                    + "' does not start with '-'. Give each flag as one text, such as '-XX:+UseSerialGC'.");
        }
    }
}
