package dev.codemode.reflect.internal.docs;

/** Prose from beans on its way to a model. */
public final class DocText {
    private DocText() {}

    /** Returns the text without control and bidirectional characters, which could hide or reorder the shown text. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\t') {
                clean.append(' ');
            } else if (c == '\n' || (!Character.isISOControl(c) && !hidden(c))) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    /** Formatting characters: bidi marks, overrides and isolates, zero-width characters, tags (Unicode, UAX 9 and 31). */
    private static boolean hidden(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }

    /** Returns the text up to the end of its first sentence. */
    public static String firstSentence(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean end = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
            if (text.charAt(i) == '.' && end) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }
}
