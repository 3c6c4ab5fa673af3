package dev.codemode.sandbox.worker.internal.wire;

/**
 * Checks that a text is one JSON value (RFC 8259) and does not nest too deeply, without building it. Confined to one
 * thread at a time.
 */
public final class JsonText {
    private static final String[] WORDS = {"true", "false", "null"};

    private final String text;
    private final int maxDepth;
    private int at;

    private JsonText(String text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /** Returns whether the text is a JSON value with at most that many levels of arrays and objects. */
    public static boolean isValid(String text, int maxDepth) {
        JsonText json = new JsonText(text, maxDepth);
        boolean valid = json.value(0);
        json.skipSpace();
        return valid && json.at == text.length();
    }

    private boolean value(int depth) {
        skipSpace();
        return switch (peek()) {
            case '{' -> depth < maxDepth && members('}', depth + 1);
            case '[' -> depth < maxDepth && members(']', depth + 1);
            case '"' -> string();
            case 't', 'f', 'n' -> word();
            default -> number();
        };
    }

    private boolean members(char end, int depth) {
        at++;
        skipSpace();
        if (peek() == end) {
            at++;
            return true;
        }
        while ((end == ']' || key()) && value(depth)) {
            skipSpace();
            char next = peek();
            at++;
            if (next != ',') {
                return next == end;
            }
        }
        return false;
    }

    private boolean key() {
        skipSpace();
        if (peek() != '"' || !string()) {
            return false;
        }
        skipSpace();
        return peek() == ':' && ++at > 0;
    }

    private boolean string() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ' || (c == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        char c = peek();
        at++;
        if (c != 'u') {
            return c != 0 && "\"\\/bfnrt".indexOf(c) >= 0;
        }
        for (int end = at + 4; at < end; at++) {
            if (Character.digit(peek(), 16) < 0 || peek() > 'f') {
                return false;
            }
        }
        return true;
    }

    private boolean word() {
        for (String word : WORDS) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return true;
            }
        }
        return false;
    }

    private boolean number() {
        at += peek() == '-' ? 1 : 0;
        boolean leadingZero = peek() == '0';
        int integer = digits();
        if (integer == 0 || (leadingZero && integer > 1)) {
            return false;
        }
        if (peek() == '.') {
            at++;
            if (digits() == 0) {
                return false;
            }
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            return digits() > 0;
        }
        return true;
    }

    private int digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - start;
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
