package dev.codemode.testkit.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scripts that try to hurt a host: a {@code manifest.json}, and a directory {@code scripts} with the files that it
 * names. Immutable and thread-safe.
 *
 * @param scripts the scripts in the manifest's order
 * @since 0.1
 */
public record HostileCorpus(List<HostileScript> scripts) {
    /** Copies the list. */
    public HostileCorpus {
        scripts = List.copyOf(scripts);
    }

    /** Returns the corpus that comes with the testkit. */
    public static HostileCorpus bundled() {
        return new HostileCorpus(new ManifestReader(HostileCorpus::resource).read());
    }

    /**
     * Reads the corpus in a directory.
     *
     * @throws InvalidCorpusException if a file is missing or wrong
     */
    public static HostileCorpus in(Path directory) {
        return new HostileCorpus(new ManifestReader(name -> file(directory.resolve(name))).read());
    }

    /**
     * Returns the names of the scripts in a list: the first word of each line that is not blank and does not begin with
     * {@code #}; the rest of a line is the reason why the script is listed.
     *
     * @throws InvalidCorpusException if the list cannot be read
     */
    public static Set<String> listed(Path list) {
        return file(list)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s", 2)[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String file(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidCorpusException("Cannot read " + file + ".", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HostileCorpus.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new InvalidCorpusException("The testkit's jar has no " + name + " next to this class.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidCorpusException("Cannot read " + name + " in the testkit's jar.", e);
        }
    }

    /**
     * Returns the script in a file.
     *
     * @throws IllegalArgumentException if there is none
     */
    public HostileScript script(String file) {
        return scripts.stream()
                .filter(script -> script.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The corpus has no script " + file + "."));
    }
}
