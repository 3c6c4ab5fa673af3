package dev.codemode.text.internal;

import java.util.regex.Pattern;

/** Makes a script's own text safe to show: a terminal obeys control characters, and half a surrogate pair is no text. */
final class Printable {
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private Printable() {}

    /** Returns the text with U+FFFD for each control character but line feed and tab, and for each lone surrogate. */
    static String of(String text) {
        return UNSAFE.matcher(text).replaceAll("\uFFFD");
    }
}
