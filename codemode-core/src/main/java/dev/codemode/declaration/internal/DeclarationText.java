package dev.codemode.declaration.internal;

/**
 * Strips documentation and layout from the text of declarations. Invariant, held by {@code DeclarationTextTest}: quoted
 * text is unchanged, even where it looks like a comment or like space. Confined to one thread at a time.
 */
public final class DeclarationText {
    private final String text;
    private final StringBuilder out;
    private int at;

    private DeclarationText(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** Returns the text without comments; a line that contains nothing else is removed with its comment. */
    public static String withoutComments(String text) {
        return new DeclarationText(text).bare();
    }

    /** Returns the text without comments and on one line, with single spaces. */
    public static String onOneLine(String text) {
        return new DeclarationText(withoutComments(text)).joined();
    }

    private String bare() {
        while (at < text.length()) {
            int end = endOfComment();
            if (end < 0) {
                copy();
                continue;
            }
            int blanks = out.length();
            while (blanks > 0 && isBlank(out.charAt(blanks - 1))) {
                blanks--;
            }
            out.setLength(blanks);
            boolean beganLine = blanks == 0 || out.charAt(blanks - 1) == '\n';
            at = beganLine && text.startsWith("\n", end) ? end + 1 : end;
        }
        return out.toString();
    }

    private String joined() {
        while (at < text.length()) {
            if (!Character.isWhitespace(text.charAt(at))) {
                copy();
                continue;
            }
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            boolean closes = text.startsWith("}", at) && out.length() > 0 && out.charAt(out.length() - 1) == ';';
            out.setLength(closes ? out.length() - 1 : out.length());
            out.append(out.length() == 0 || at == text.length() ? "" : " ");
        }
        return out.toString();
    }

    /** Copies a literal, or one character if none begins there. */
    private void copy() {
        char c = text.charAt(at);
        int end = c == '"' || c == '\'' || c == '`' ? endOfLiteral(c) : at + 1;
        out.append(text, at, end);
        at = end;
    }

    private int endOfLiteral(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                return i + 1;
            }
            i += text.charAt(i) == '\\' ? 1 : 0;
        }
        return text.length();
    }

    /** Returns the end of the comment that begins here; -1 if none begins here. */
    private int endOfComment() {
        boolean block = text.startsWith("/*", at);
        if (!block && !text.startsWith("//", at)) {
            return -1;
        }
        int end = text.indexOf(block ? "*/" : "\n", at + 2);
        return end < 0 ? text.length() : block ? end + 2 : end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
