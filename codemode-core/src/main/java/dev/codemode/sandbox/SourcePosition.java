package dev.codemode.sandbox;

/**
 * A position in a script's text. Immutable and thread-safe.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 * @since 0.1
 */
public record SourcePosition(int line, int column) {
    /** Checks that both are at least 1. */
    public SourcePosition {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("A position counts from 1, but was " + line + ":" + column + ".");
        }
    }

    /** Returns {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
