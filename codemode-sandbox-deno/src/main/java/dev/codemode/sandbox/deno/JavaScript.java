package dev.codemode.sandbox.deno;

/** Writes JavaScript. */
final class JavaScript {
    private JavaScript() {}

    /** Returns the text as a string literal (ECMA-262, 12.9.4). */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + text.length() / 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
