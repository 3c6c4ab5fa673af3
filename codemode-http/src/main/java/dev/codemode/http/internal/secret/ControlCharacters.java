package dev.codemode.http.internal.secret;

/** Finds characters that no line of text contains. Holds no state. */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** Returns whether the text has a control character (C0, DEL, C1), or half of a surrogate pair. */
    public static boolean in(String text, String except) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isSurrogate(character)) {
                boolean paired = Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return true;
                }
                i++;
            } else if (Character.isISOControl(character) && except.indexOf(character) < 0) {
                return true;
            }
        }
        return false;
    }
}
