package dev.codemode.examples.bookshop.demo;

import java.io.PrintStream;
import java.util.List;

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

    /** Prints a line. */
    void line(String text) {
        out.println(clipped(text, WIDTH));
    }

    /** Prints the first lines of a text as what it is: what a model writes or reads. */
    void quote(String text, int maxLines) {
        List<String> lines = text.strip().lines().toList();
        lines.stream()
                .limit(maxLines)
                .forEach(line -> out.println((MARGIN + clipped(line, WIDTH - 4)).stripTrailing()));
        if (lines.size() > maxLines) {
            out.println(MARGIN + "… " + (lines.size() - maxLines) + " more lines");
        }
    }

    private static String clipped(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
