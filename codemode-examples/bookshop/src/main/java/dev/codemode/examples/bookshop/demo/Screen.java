package dev.codemode.examples.bookshop.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plain text for a terminal of 100 columns. Confined to one thread at a time. */
final class Screen {
    private static final int WIDTH = 100;
    private static final String MARGIN = "    ";

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    /** Starts a scene. */
    void heading(String text) {
        out.println();
        out.println(text);
        out.println("-".repeat(text.length()));
    }

    /** Prints a line, which the caller keeps short enough. */
    void line(String text) {
        out.println(text);
    }

    /** Prints a text, labelled as something that a model writes or reads: its first lines, with long ones folded. */
    void quote(String text, int maxLines) {
        List<String> lines = text.strip().lines().flatMap(Screen::folded).toList();
        lines.stream().limit(maxLines).forEach(line -> out.println((MARGIN + line).stripTrailing()));
        if (lines.size() > maxLines) {
            out.println(MARGIN + "... " + (lines.size() - maxLines) + " more lines");
        }
    }

    private static Stream<String> folded(String line) {
        int width = WIDTH - MARGIN.length();
        int pieces = Math.max(1, (line.length() + width - 1) / width);
        return IntStream.range(0, pieces)
                .mapToObj(i -> line.substring(i * width, Math.min(line.length(), (i + 1) * width)));
    }
}
