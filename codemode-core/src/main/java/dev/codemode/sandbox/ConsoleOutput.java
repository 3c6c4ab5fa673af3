package dev.codemode.sandbox;

import java.util.List;
import java.util.Objects;

/**
 * The console output of a script, in order. Immutable and thread-safe.
 *
 * @param lines the messages within the limit
 * @param droppedMessages how many messages were not
 * @since 0.1
 */
public record ConsoleOutput(List<Line> lines, int droppedMessages) {
    private static final ConsoleOutput EMPTY = new ConsoleOutput(List.of(), 0);

    /** Copies the lines. */
    public ConsoleOutput {
        lines = List.copyOf(lines);
    }

    /** Returns the output of a script that wrote nothing. */
    public static ConsoleOutput empty() {
        return EMPTY;
    }

    /**
     * One message.
     *
     * @param level the console method that wrote it
     * @param text the arguments, joined by spaces; may contain line breaks
     */
    public record Line(Level level, String text) {
        /** Checks that nothing is null. */
        public Line {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(text, "text");
        }
    }

    /** The console's methods. */
    public enum Level {
        /** {@code console.debug}. */
        DEBUG,
        /** {@code console.log}. */
        LOG,
        /** {@code console.info}. */
        INFO,
        /** {@code console.warn}. */
        WARN,
        /** {@code console.error}. */
        ERROR
    }
}
