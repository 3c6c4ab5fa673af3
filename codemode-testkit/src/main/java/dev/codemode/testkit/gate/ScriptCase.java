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
 * A script as a model would write it, and whether it is right. Immutable and thread-safe.
 *
 * @param name its name in its file
 * @param mistake what the answer to a wrong script must mention; empty for a right one
 * @param script the script
 * @since 0.1
 */
public record ScriptCase(String name, String mistake, String script) {
    private static final String RIGHT = "=== right ";
    private static final String WRONG = "=== wrong ";
    private static final String MENTION = "--- ";

    /** Checks that nothing is null. */
    public ScriptCase {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mistake, "mistake");
        Objects.requireNonNull(script, "script");
    }

    /** Returns whether the script is right. */
    public boolean isRight() {
        return mistake.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Reads scripts from a file in UTF-8. Each begins with a line {@code === right NAME}, or {@code === wrong NAME}
     * followed by {@code --- TEXT} with what its answer must mention, and ends before the next such line.
     *
     * @throws IllegalArgumentException if the file is malformed
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<ScriptCase> read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the scripts of " + file, e);
        }
        List<ScriptCase> cases = new ArrayList<>();
        for (String section : text.split("(?m)^(?==== )", -1)) {
            if (!section.isBlank()) {
                cases.add(parse(file, section));
            }
        }
        return cases;
    }

    private static ScriptCase parse(Path file, String section) {
        int end = section.indexOf('\n');
        String header = end < 0 ? section : section.substring(0, end);
        String body = end < 0 ? "" : section.substring(end + 1);
        if (header.startsWith(RIGHT)) {
            return new ScriptCase(header.substring(RIGHT.length()).strip(), "", withoutLastBreak(body));
        }
        int mentionEnd = body.indexOf('\n');
        if (!header.startsWith(WRONG) || !body.startsWith(MENTION) || mentionEnd < 0) {
            throw new IllegalArgumentException(file + ": a script begins with '" + RIGHT + "NAME', or with '" + WRONG
                    + "NAME' and '" + MENTION + "TEXT', not with: " + header);
        }
        return new ScriptCase(
                header.substring(WRONG.length()).strip(),
                body.substring(MENTION.length(), mentionEnd).strip(),
                withoutLastBreak(body.substring(mentionEnd + 1)));
    }

    private static String withoutLastBreak(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
