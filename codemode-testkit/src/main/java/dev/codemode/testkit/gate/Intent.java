package dev.codemode.testkit.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A user's intent in their own words, and the operations it needs. Immutable and thread-safe.
 *
 * @param query the words
 * @param operations the dotted names of the operations, at least one
 * @since 0.1
 */
public record Intent(String query, List<String> operations) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no operation
     */
    public Intent {
        Objects.requireNonNull(query, "query");
        operations = List.copyOf(operations);
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("The intent \"" + query + "\" needs no operation.");
        }
    }

    /**
     * Reads intents from a file in UTF-8, one per line: the words, a tab, and the names separated by commas. Empty
     * lines and lines that start with {@code #} are skipped.
     *
     * @throws IllegalArgumentException if a line is malformed; the message has its number
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<Intent> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the intents of " + file, e);
        }
        List<Intent> intents = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalArgumentException(file + ", line " + (i + 1)
                        + ": an intent is words, a tab and names of operations, not: " + line);
            }
            intents.add(new Intent(parts[0].strip(), List.of(parts[1].strip().split("\\s*,\\s*"))));
        }
        return intents;
    }
}
