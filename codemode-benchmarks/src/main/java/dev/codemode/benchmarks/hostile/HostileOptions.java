package dev.codemode.benchmarks.hostile;

import dev.codemode.benchmarks.SandboxKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line.
 *
 * @param scripts the directory of the corpus; empty for the testkit's own
 * @param sandbox the sandbox that is tested
 * @param json where the results are written as JSON
 * @param knownFailures the list of scripts that may fail
 */
record HostileOptions(Optional<Path> scripts, SandboxKind sandbox, Optional<Path> json, Optional<Path> knownFailures) {
    static final String USAGE = "  hostile [--scripts DIR] [--sandbox " + SandboxKind.words() + "] [--json OUT]"
            + " [--known-failures FILE]\n"
            + "                              runs each hostile script of DIR (a manifest.json and a directory scripts; by"
            + " default\n"
            + "                              the testkit's own) in a host of 256 MB, and judges what became of it\n";
    private static final Set<String> NAMES = Set.of("--scripts", "--sandbox", "--json", "--known-failures");

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if one is unknown, repeated or has no value
     */
    static HostileOptions parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown option: " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (values.put(name, arguments.get(i + 1)) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return new HostileOptions(
                path(values, "--scripts"),
                sandbox(values.getOrDefault("--sandbox", SandboxKind.DEFAULT.word())),
                path(values, "--json"),
                path(values, "--known-failures"));
    }

    private static Optional<Path> path(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }

    private static SandboxKind sandbox(String word) {
        return SandboxKind.named(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--sandbox is one of " + SandboxKind.words() + ", but was " + word));
    }
}
