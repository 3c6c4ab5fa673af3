package dev.codemode.tests;

import dev.codemode.testkit.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script and the whole text that a model reads when it has run, in one file: the script, a line that says so, the
 * answer. A new file needs only the script; {@code -Dgolden.update=true} writes the rest.
 *
 * @param directory the directory of the file, below {@code golden/scripts}
 * @param name the name of the file, without its ending
 * @param script the script
 */
public record GoldenScript(String directory, String name, String script) {
    private static final String ROOT = "src/test/resources/golden/scripts/";
    private static final String ENDING = ".txt";
    private static final String ANSWER = "=== answer ===\n";

    /** Returns the scripts of a directory, in the order of their names. */
    public static Stream<GoldenScript> in(String directory) {
        try (Stream<Path> files = Files.list(Path.of(ROOT + directory))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream().map(file -> read(directory, file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
    }

    private static GoldenScript read(String directory, Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            int answer = text.indexOf(ANSWER);
            String script = (answer < 0 ? text : text.substring(0, answer)).stripTrailing();
            String name = file.getFileName().toString();
            return new GoldenScript(directory, name.substring(0, name.length() - ENDING.length()), script);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Compares the answer with the one in the file. */
    public void verify(String answer) {
        Golden.in(ROOT + directory).verify(name + ENDING, script + "\n" + ANSWER + answer + "\n");
    }

    @Override
    public String toString() {
        return name;
    }
}
