package dev.codemode.internal.words;

import java.nio.charset.StandardCharsets;

/** Measures texts in UTF-8 (RFC 3629). */
public final class Utf8 {
    private static final int MOST_BYTES_PER_UNIT = 3;

    private Utf8() {}

    /** Returns whether the text has at most that many bytes; encodes it only if its length leaves that open. */
    public static boolean fits(String text, int maxBytes) {
        if (text.length() > maxBytes) {
            return false;
        }
        return (long) text.length() * MOST_BYTES_PER_UNIT <= maxBytes
                || text.getBytes(StandardCharsets.UTF_8).length <= maxBytes;
    }
}
