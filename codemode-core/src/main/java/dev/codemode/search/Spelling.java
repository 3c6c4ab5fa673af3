package dev.codemode.search;

import dev.codemode.internal.words.Suggestions;

/**
 * Recognises words that are spelt nearly like this one: one letter wrong, missing, too many, or two swapped, and two of
 * these in words of eight letters (optimal string alignment). The first letter must be right, which it nearly always
 * is.
 */
record Spelling(String word) {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    boolean isNear(String other) {
        return other.charAt(0) == word.charAt(0) && word.length() >= SHORTEST && distance(other) <= tolerance();
    }

    private int tolerance() {
        return word.length() < LONG ? 1 : 2;
    }

    /** Returns the other word's distance from this one, or a number above the tolerance. */
    int distance(String other) {
        return Suggestions.distance(word, other, tolerance());
    }
}
