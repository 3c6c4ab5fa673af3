package dev.codemode.internal.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that were probably meant. */
public final class Suggestions {
    private static final int MAX_LENGTH = 120;

    private Suggestions() {}

    /**
     * Returns at most {@code limit} candidates that are close to the word, closest first: by edit distance without
     * regard to case, at most a third of the word's length.
     */
    public static List<String> closest(String word, Collection<String> candidates, int limit) {
        if (word.length() > MAX_LENGTH) {
            return List.of();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        int bound = Math.max(1, (wanted.length() + 1) / 3);
        record Scored(String name, int distance) {}
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= bound)
                .map(candidate -> new Scored(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT), bound)))
                .filter(scored -> scored.distance() <= bound)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(limit)
                .map(Scored::name)
                .toList();
    }

    /**
     * Returns the optimal string alignment distance, or a number above the bound as soon as the distance is sure to
     * exceed it.
     */
    public static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) > bound) {
            return bound + 1;
        }
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int value = Math.min(Math.min(previous[j], current[j - 1]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    value = Math.min(value, beforePrevious[j - 2] + 1);
                }
                current[j] = value;
                best = Math.min(best, value);
            }
            if (best > bound) {
                return bound + 1;
            }
            int[] spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
