package dev.codemode.internal;

/** Shortens a script's or a model's own text where it is shown. */
public final class Excerpt {
    private Excerpt() {}

    /** Returns the text, or so many of its first characters and an ellipsis where it is longer. */
    public static String of(String text, int maxCharacters) {
        return text.length() > maxCharacters ? text.substring(0, maxCharacters) + "…" : text;
    }
}
