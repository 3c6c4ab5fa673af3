package dev.codemode.benchmarks.callers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * This process and those that it has started.
 *
 * @param processes how many they are
 * @param mebibytes their memory, shared pages counted once (PSS of proc(5)); zero where the system does not tell
 */
record ProcessTree(int processes, long mebibytes) {
    static ProcessTree now() {
        long[] tree = Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .mapToLong(process -> kibibytes(process.pid()))
                .toArray();
        long sum = 0;
        for (long one : tree) {
            sum += one;
        }
        return new ProcessTree(tree.length, sum >> 10);
    }

    private static long kibibytes(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
