package dev.codemode.script.internal;

import dev.codemode.sandbox.SourcePosition;

/** Finds line ends (ECMA-262, 12.3). */
public final class Lines {
    private Lines() {}

    /** Returns whether the character is the last of a line; a carriage return before a line feed is not. */
    public static boolean endsAt(String text, int index) {
        char c = text.charAt(index);
        return c == '\n'
                || c == '\u2028'
                || c == '\u2029'
                || (c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n'));
    }

    /** Returns the line and the column of an offset. */
    public static SourcePosition position(String text, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (endsAt(text, i)) {
                line++;
                start = i + 1;
            }
        }
        return new SourcePosition(line, offset - start + 1);
    }

    /** Returns whether the character is part of a line end. */
    public static boolean isEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    /** Returns the text with spaces instead of what is between the offsets; line ends stay. */
    public static String blank(String text, int from, int to) {
        StringBuilder result = new StringBuilder(text);
        for (int i = from; i < to; i++) {
            if (!isEnd(text.charAt(i))) {
                result.setCharAt(i, ' ');
            }
        }
        return result.toString();
    }
}
