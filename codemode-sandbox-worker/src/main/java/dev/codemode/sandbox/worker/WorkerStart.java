package dev.codemode.sandbox.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The information that a worker gets when it starts, in the arguments of its main method. Immutable and thread-safe.
 *
 * @param maxMemoryBytes what a script may use, in addition to what the engine needs
 * @param files the directory with the engine's {@link NativeParts#files()}; null if it has none
 * @param training whether this run only loads what a worker needs, for the archive of classes
 * @since 0.1
 */
public record WorkerStart(long maxMemoryBytes, @Nullable Path files, boolean training) {
    private static final String MEMORY = "memory=";
    private static final String FILES = "files=";
    private static final String TRAIN = "train";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if they are not what this library passes to a worker
     */
    public static WorkerStart of(String[] arguments) {
        String files = value(arguments, FILES);
        return new WorkerStart(
                Long.parseLong(required(arguments, MEMORY)),
                files == null ? null : Path.of(files),
                Arrays.asList(arguments).contains(TRAIN));
    }

    private static String required(String[] arguments, String name) {
        String value = value(arguments, name);
        if (value == null) {
            throw new IllegalArgumentException("A worker is started by a sandbox, not by hand: '" + name
                    + "' is missing in " + List.of(arguments) + ".");
        }
        return value;
    }

    private static @Nullable String value(String[] arguments, String name) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the arguments that convey this. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(MEMORY + maxMemoryBytes));
        if (files != null) {
            arguments.add(FILES + files);
        }
        if (training) {
            arguments.add(TRAIN);
        }
        return arguments;
    }
}
