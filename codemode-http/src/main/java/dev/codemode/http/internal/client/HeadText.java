package dev.codemode.http.internal.client;

/** What the lines of a message's head consist of (RFC 9110, 5.5 and 5.6.2). Holds no state. */
final class HeadText {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final int MAX_DIGITS = 18;

    private HeadText() {}

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Returns the text, which must be a token. */
    static String token(String text) {
        if (!isToken(text)) {
            throw new IllegalArgumentException("A method or a field's name is not a token.");
        }
        return text;
    }

    /** Returns a value that is sent, which must be printable ASCII on one line. */
    static String sent(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c >= 0x7F) {
                throw new IllegalArgumentException("The field " + name + " has a character that no field can have.");
            }
        }
        return value;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a value that came has no control character besides tabs. */
    static boolean isValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the text is a number of bytes (RFC 9110, 8.6). */
    static boolean isLength(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_DIGITS;
    }

    /** Returns the number that a part of the text is; 0 if it is not one. */
    static int number(String text, int from, int to) {
        String digits = text.substring(from, to);
        return isLength(digits) ? Integer.parseInt(digits) : 0;
    }
}
