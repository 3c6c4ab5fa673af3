package dev.codemode.internal.words;

/** Shortens a script's or a model's own text where it is shown. */
public final class Excerpt {
    private Excerpt() {}

    /** Returns the text, or its first characters up to that number and an ellipsis if it is longer. */
    public static String of(String text, int maxCharacters) {
        if (text.length() <= maxCharacters) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(maxCharacters - 1));
        return text.substring(0, halved ? maxCharacters - 1 : maxCharacters) + "…";
    }
}
