package dev.codemode.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stems of an index that a word may stand for: itself, its other forms, synonyms, and, for a word that the index
 * does not have, words that begin with it or are spelt nearly like it. Immutable and thread-safe.
 */
final class StemExpansion {
    private static final double EQUAL = .9;
    private static final double FORM = .3;
    private static final double SYNONYM = .5;
    private static final double STATE = .4;
    private static final double LONGER = .5;
    private static final double MISSPELT = .5;

    /** Verbs that people use whatever they want: they only distinguish operations with these names. */
    private static final Set<String> PLAIN_VERBS = Set.of("find", "get", "return");

    private static final double PLAIN_VERB = .2;
    private static final int MAX_LONGER = 4;
    private static final int MAX_MISSPELT = 3;

    private final Postings postings;
    private final Vocabulary vocabulary;

    StemExpansion(Vocabulary vocabulary, Postings postings) {
        this.vocabulary = vocabulary;
        this.postings = postings;
    }

    /** The stems of all operations, some of which the postings of one caller may lack. Immutable and thread-safe. */
    static final class Vocabulary {
        private final Map<String, List<String>> forms = new HashMap<>();
        private final String[] sorted;

        Vocabulary(Set<String> stems) {
            this.sorted = stems.stream().sorted().toArray(String[]::new);
            for (String stem : sorted) {
                forms.computeIfAbsent(Words.root(stem), root -> new ArrayList<>(1))
                        .add(stem);
            }
        }
    }

    static boolean isPlain(String stem) {
        return PLAIN_VERBS.contains(stem);
    }

    /**
     * Returns stems of the index, each with how well it stands for the word, from 0 to 1.
     *
     * @param guess whether to look for other words if the index does not have this one
     */
    Map<String, Double> of(String stem, boolean guess) {
        if (isPlain(stem)) {
            return postings.has(stem) ? Map.of(stem, PLAIN_VERB) : Map.of();
        }
        Map<String, Double> stems = new LinkedHashMap<>();
        add(stems, stem, 1);
        Synonyms.equal(stem).forEach(equal -> add(stems, equal, EQUAL));
        vocabulary.forms.getOrDefault(Words.root(stem), List.of()).forEach(form -> add(stems, form, FORM));
        boolean known = !stems.isEmpty();
        Synonyms.of(stem).forEach(synonym -> add(stems, synonym, SYNONYM));
        if (Synonyms.changesState(stem)) {
            add(stems, "update", STATE);
        }
        if (Synonyms.puts(stem)) {
            add(stems, "create", STATE);
        }
        if (!known && undoes(stem)) {
            add(stems, stem.substring(2), LONGER);
            add(stems, "remove", STATE);
            add(stems, "delete", STATE);
        }
        if (guess && stems.isEmpty()) {
            guesses(stem, stems);
        }
        return stems;
    }

    /** Returns whether the word undoes what a word of the index does: {@code unfollow}. */
    boolean undoes(String stem) {
        return stem.length() > 4
                && stem.startsWith("un")
                && postings.has(stem.substring(2))
                && !Synonyms.changesState(stem);
    }

    private void add(Map<String, Double> stems, String stem, double weight) {
        if (postings.has(stem)) {
            stems.merge(stem, weight, Math::max);
        }
    }

    private void guesses(String stem, Map<String, Double> stems) {
        if (stem.length() < 3) {
            return;
        }
        String[] sorted = vocabulary.sorted;
        int from = Arrays.binarySearch(sorted, stem);
        List<String> longer = new ArrayList<>();
        for (int i = from < 0 ? -from - 1 : from; i < sorted.length && sorted[i].startsWith(stem); i++) {
            longer.add(sorted[i]);
        }
        longer.stream()
                .filter(postings::has)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(MAX_LONGER)
                .forEach(known -> add(stems, known, LONGER));
        if (stems.isEmpty() && Synonyms.of(stem).isEmpty()) {
            Spelling spelling = new Spelling(stem);
            Arrays.stream(sorted)
                    .filter(spelling::isNear)
                    .filter(postings::has)
                    .sorted(Comparator.<String>comparingInt(spelling::distance)
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(MAX_MISSPELT)
                    .forEach(known -> add(stems, known, MISSPELT));
        }
    }
}
