package dev.codemode.gateway.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Guesses the key that a misspelt one was meant to be. Holds no state. */
final class Spelling {
    private Spelling() {}

    /** Returns a sentence with the intended key, or with all of them. */
    static String hint(String key, Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        return sorted.stream()
                .filter(candidate -> distance(key, candidate) <= Math.max(1, key.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .map(meant -> " Did you mean '" + meant + "'?")
                .orElse(" It may hold: " + String.join(", ", sorted) + ".");
    }

    /** The number of letters to add, remove or change. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
