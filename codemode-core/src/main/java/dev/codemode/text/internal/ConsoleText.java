package dev.codemode.text.internal;

import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Visible;
import dev.codemode.sandbox.ConsoleOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a script's console output after its result or its error. */
final class ConsoleText {
    private static final int MAX_TOKENS = 2_000;

    /** A shorter part of a message would say nothing. */
    private static final int LEAST_CHARACTERS = 200;

    private static final int MAX_CHARACTERS_PER_TOKEN = 5;

    /** The length of the note on a message that is cut. */
    private static final int CLIP_TOKENS = 10;

    private ConsoleText() {}

    /** Returns the text followed by the output, or only the text if there is no output. */
    static String append(String text, ConsoleOutput console) {
        if (console.lines().isEmpty() && console.droppedMessages() == 0) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text, "", "Console:"));
        int tokens = 0;
        int dropped = console.droppedMessages();
        for (ConsoleOutput.Line line : console.lines()) {
            String shown = fitted(mark(line.level()) + Visible.printable(line.text()), MAX_TOKENS - tokens);
            if (shown.isEmpty()) {
                dropped++;
            } else {
                lines.add(shown);
                tokens += TokenEstimate.of(shown) + 1;
            }
        }
        if (dropped > 0) {
            lines.add("(" + dropped + (dropped == 1 ? " more message" : " more messages") + " left out)");
        }
        return String.join("\n", lines);
    }

    /** Returns the message, or as much of its beginning as fits, or nothing. */
    private static String fitted(String message, int tokens) {
        if (TokenEstimate.of(message) < tokens) {
            return message;
        }
        int end = Math.min(message.length(), MAX_CHARACTERS_PER_TOKEN * tokens);
        while (end >= LEAST_CHARACTERS && TokenEstimate.of(message.substring(0, end)) + CLIP_TOKENS >= tokens) {
            end -= end / 4;
        }
        return end < LEAST_CHARACTERS
                ? ""
                : String.format(
                        Locale.ROOT, "%s (%,d more characters)", Excerpt.of(message, end), message.length() - end);
    }

    private static String mark(ConsoleOutput.Level level) {
        return switch (level) {
            case WARN, ERROR -> level.name().toLowerCase(Locale.ROOT) + ": ";
            default -> "";
        };
    }
}
