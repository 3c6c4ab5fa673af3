package dev.codemode.internal;

import java.util.regex.Pattern;

/** Makes texts of others safe to show to people: a terminal obeys control characters, and some hide or reorder text. */
public final class Visible {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\n]]");

    private Visible() {}

    /** Returns the text with U+FFFD for each character but line feed that is not seen or reorders others. */
    public static String of(String text) {
        return UNSEEN.matcher(text).replaceAll("\uFFFD");
    }

    /** Returns the text on one line, as {@link #of}. */
    public static String line(String text) {
        return of(text).replace('\n', ' ');
    }
}
