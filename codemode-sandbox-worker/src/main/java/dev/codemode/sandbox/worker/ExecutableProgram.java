package dev.codemode.sandbox.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A worker's program that is not Java: an executable that the host has, and files that it reads, which the host unpacks
 * once for all workers. It writes and reads the same frames as a worker in Java. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ExecutableProgram implements WorkerProgram {
    private final String name;
    private final Path executable;
    private final List<ProgramFile> files;
    private final Function<Place, List<String>> arguments;
    private final Function<Place, Map<String, String>> environment;
    private final Set<Integer> memoryExitCodes;
    private final String knownFaults;

    private ExecutableProgram(Builder builder) {
        name = builder.name;
        executable = builder.executable;
        files = builder.files;
        arguments = builder.arguments;
        environment = builder.environment;
        memoryExitCodes = builder.memoryExitCodes;
        knownFaults = builder.knownFaults;
        if (files.isEmpty()) {
            throw new IllegalStateException("files must name at least one file for workers of " + name + ".");
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the executable, as an absolute path. */
    public Path executable() {
        return executable;
    }

    /** Returns the files that a worker reads. */
    public List<ProgramFile> files() {
        return files;
    }

    /** Returns the arguments of the executable. */
    public List<String> arguments(Place place) {
        return List.copyOf(arguments.apply(place));
    }

    /** Returns the whole environment of a worker: constants of the program, and nothing of the host's. */
    public Map<String, String> environment(Place place) {
        return Map.copyOf(environment.apply(place));
    }

    @Override
    public Set<Integer> memoryExitCodes() {
        return memoryExitCodes;
    }

    @Override
    public String knownFaults() {
        return knownFaults;
    }

    /**
     * Where one worker runs, and with how much. Immutable and thread-safe.
     *
     * @param directory its own, empty directory
     * @param files the directory with the program's files
     * @param maxMemoryBytes what a script may use, in addition to what the engine needs
     * @since 0.1
     */
    public record Place(Path directory, Path files, long maxMemoryBytes) {
        /** Checks that the paths are not null. */
        public Place {
            Objects.requireNonNull(directory, "directory");
            Objects.requireNonNull(files, "files");
        }
    }

    /**
     * Describes an executable program. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String name;
        private final Path executable;
        private List<ProgramFile> files = List.of();
        private Function<Place, List<String>> arguments = place -> List.of();
        private Function<Place, Map<String, String>> environment = place -> Map.of();
        private Set<Integer> memoryExitCodes = Set.of();
        private String knownFaults = "";

        Builder(String name, Path executable) {
            this.name = Objects.requireNonNull(name, "name");
            this.executable = executable.toAbsolutePath();
        }

        /** Sets the files that a worker reads, at least one; they lie next to each other. */
        public Builder files(List<ProgramFile> files) {
            this.files = List.copyOf(files);
            return this;
        }

        /** Sets the arguments of the executable. None by default. */
        public Builder arguments(Function<Place, List<String>> arguments) {
            this.arguments = Objects.requireNonNull(arguments, "arguments");
            return this;
        }

        /** Sets the environment, which holds nothing of the host's. Empty by default. */
        public Builder environment(Function<Place, Map<String, String>> environment) {
            this.environment = Objects.requireNonNull(environment, "environment");
            return this;
        }

        /** Sets the exit codes of a worker that ran out of memory. None by default. */
        public Builder memoryExitCodes(Set<Integer> memoryExitCodes) {
            this.memoryExitCodes = Set.copyOf(memoryExitCodes);
            return this;
        }

        /** Sets the published fault through which scripts may escape, as {@link JavaProgram.Builder#knownFaults} does. */
        public Builder knownFaults(String knownFaults) {
            this.knownFaults = Objects.requireNonNull(knownFaults, "knownFaults");
            return this;
        }

        /**
         * Returns the program.
         *
         * @throws IllegalStateException if it has no files
         */
        public ExecutableProgram build() {
            return new ExecutableProgram(this);
        }
    }
}
