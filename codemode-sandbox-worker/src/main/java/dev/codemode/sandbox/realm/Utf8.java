package dev.codemode.sandbox.realm;

/** Sizes of text as UTF-8 (RFC 3629). */
final class Utf8 {
    private Utf8() {}

    /** Returns whether the text has more than this many bytes. */
    static boolean exceeds(String text, int maxBytes) {
        return text.length() > maxBytes || (text.length() > maxBytes / 3 && length(text) > maxBytes);
    }

    /** Returns the number of bytes; a lone surrogate counts as the replacement character, three bytes. */
    static long length(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
