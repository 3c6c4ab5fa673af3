package dev.codemode.text.internal;

import dev.codemode.sandbox.ConsoleOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a script's console output after its result or its error. */
final class ConsoleText {
    private static final int MAX_TOKENS = 2_000;

    private ConsoleText() {}

    /** Returns the text with the output after it, or the text alone where there is no output. */
    static String append(String text, ConsoleOutput console) {
        if (console.lines().isEmpty() && console.droppedMessages() == 0) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text, "", "Console:"));
        int tokens = 0;
        int dropped = console.droppedMessages();
        for (ConsoleOutput.Line line : console.lines()) {
            String shown = mark(line.level()) + Printable.of(line.text());
            tokens += TokenEstimate.of(shown) + 1;
            if (tokens > MAX_TOKENS) {
                dropped++;
            } else {
                lines.add(shown);
            }
        }
        if (dropped > 0) {
            lines.add("(" + dropped + (dropped == 1 ? " more message" : " more messages") + " left out)");
        }
        return String.join("\n", lines);
    }

    private static String mark(ConsoleOutput.Level level) {
        return switch (level) {
            case WARN, ERROR -> level.name().toLowerCase(Locale.ROOT) + ": ";
            default -> "";
        };
    }
}
