package dev.codemode.search;

import dev.codemode.search.Words.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A query as the index understands it: for each word, the stems that it may stand for.
 *
 * @param terms the words, with the numbers and weights of their stems
 * @param verb the first word that says what to do, or empty
 * @param shape whether one thing or all of them are meant
 * @param unmatched words for which the index has nothing, as spelt in the query
 */
record ParsedQuery(List<Term> terms, String verb, Shape shape, List<String> unmatched) {
    /** How many things are asked for. */
    enum Shape {
        MANY,
        ONE,
        UNKNOWN
    }

    private static final int MAX_WORDS = 32;
    private static final double PHRASE = .9;

    /** The weight of a quoted word: it is more likely a value than an action. */
    private static final double QUOTED = .3;

    private static final int MIN_OUTSIDE = 2;

    /** The maximum number of words for which similarly spelt ones are looked up. */
    private static final int MAX_GUESSED = 6;

    /**
     * A word.
     *
     * @param stems stem numbers, the word's own first
     * @param weights how well each stands for the word, from 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // made here, read in the index, never changed
    record Term(int[] stems, double[] weights) {}

    static ParsedQuery of(String query, StemExpansion meanings, Postings postings) {
        String outside = Words.QUOTED.matcher(query).replaceAll(" ");
        Reader reader = new Reader(meanings, postings);
        if (outside.equals(query) || Words.ofQuery(outside).size() < MIN_OUTSIDE) {
            reader.read(query, 1);
        } else {
            reader.read(outside, 1);
            Words.QUOTED.matcher(query).results().forEach(quoted -> reader.read(quoted.group(), QUOTED));
        }
        return new ParsedQuery(reader.terms, reader.verb, shape(outside, reader.verb), List.copyOf(reader.unmatched));
    }

    /** Collects the terms of one query. */
    private static final class Reader {
        private final StemExpansion meanings;
        private final Postings postings;
        private final List<Term> terms = new ArrayList<>();
        private final Set<String> asked = new LinkedHashSet<>();
        private final Set<String> unmatched = new LinkedHashSet<>();
        private String verb = "";
        private int guessed;

        Reader(StemExpansion meanings, Postings postings) {
            this.meanings = meanings;
            this.postings = postings;
        }

        void read(String text, double weight) {
            for (Word word : Words.ofQuery(text)) {
                if (verb.isEmpty()) {
                    verb = Synonyms.isVerb(word.stem()) ? word.stem() : meanings.undoes(word.stem()) ? "remove" : "";
                }
                if (asked.size() < MAX_WORDS && asked.add(word.stem())) {
                    read(word, weight);
                }
            }
        }

        private void read(Word word, double weight) {
            Map<String, Double> stems = meanings.of(word.stem(), guessed < MAX_GUESSED);
            guessed += postings.has(word.stem()) ? 0 : 1;
            if (!stems.isEmpty()) {
                add(stems, weight);
            } else if (!StemExpansion.isPlain(word.stem()) && weight == 1) {
                unmatched.add(word.spelt());
            }
            for (String part : Synonyms.phrase(word.stem())) {
                if (postings.has(part) && asked.add(part)) {
                    add(Map.of(part, PHRASE), weight);
                }
            }
        }

        private void add(Map<String, Double> stems, double weight) {
            int[] numbers = stems.keySet().stream().mapToInt(postings::number).toArray();
            double[] weights =
                    stems.values().stream().mapToDouble(each -> each * weight).toArray();
            terms.add(new Term(numbers, weights));
        }
    }

    private static Shape shape(String query, String verb) {
        if (Synonyms.adds(verb)) {
            return Shape.MANY;
        }
        if (!verb.isEmpty() && !Synonyms.reads(verb)) {
            return Shape.ONE;
        }
        boolean plural = false;
        boolean noun = false;
        for (Word word : Words.split(query)) {
            if (Synonyms.saysMany(word.stem())) {
                return Shape.MANY;
            }
            if (Synonyms.saysOne(word.stem())) {
                return Shape.ONE;
            }
            boolean isNoun = !Synonyms.isVerb(word.stem()) && !Words.isStop(word.stem());
            if (isNoun && !noun) {
                noun = true;
                plural = !word.stem().equalsIgnoreCase(word.spelt());
            }
        }
        return plural ? Shape.MANY : Shape.UNKNOWN;
    }

    /** Returns how well the query explains each stem, from 0 to 1. */
    Map<Integer, Double> explained() {
        Map<Integer, Double> explained = new LinkedHashMap<>();
        for (Term term : terms) {
            for (int i = 0; i < term.stems().length; i++) {
                explained.merge(term.stems()[i], explains(term.weights()[i]), Math::max);
            }
        }
        return explained;
    }

    private static double explains(double weight) {
        return weight == 1 ? 1 : weight < .35 ? weight : .8;
    }
}
