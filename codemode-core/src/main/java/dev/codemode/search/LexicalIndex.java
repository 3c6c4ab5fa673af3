package dev.codemode.search;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.internal.Suggestions;
import dev.codemode.search.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The built-in index. No word of a query is required; rare words weigh more; a word that no operation has counts for the
 * words that begin with it or are nearly spelt like it. Immutable and thread-safe.
 */
final class LexicalIndex implements SearchIndex {
    private static final float SATURATION = 1.2f;
    private static final float LENGTH_SHARE = .5f;
    private static final double SYNONYM = .35;

    /** Verbs that people ask with whatever they want: they tell operations of these names apart, and nothing else. */
    private static final Set<String> VERBS_OF_ALL = Set.of("find", "get");

    private static final double VERB_OF_ALL = .2;
    private static final double GUESS = .6;
    private static final double TITLE_SHARE = .6;
    private static final double EFFECT_BONUS = 1.15;
    private static final int MAX_QUERY_WORDS = 32;

    /** The most words of a query for which words of nearly the same spelling are looked for. */
    private static final int MAX_GUESSED_WORDS = 6;

    private static final int MAX_QUERY_CHARACTERS = 2_000;

    /** An operation that has a stem, and how often. */
    private record Posting(int operation, float frequency) {}

    private final List<IndexedOperation> operations = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final float averageLength;

    LexicalIndex(Catalog catalog) {
        for (Operation operation : catalog.operations()) {
            IndexedOperation indexed = IndexedOperation.of(operation, catalog.serviceOf(operation));
            int number = operations.size();
            operations.add(indexed);
            indexed.frequencies()
                    .forEach((stem, frequency) -> postings.computeIfAbsent(stem, key -> new ArrayList<>(2))
                            .add(new Posting(number, frequency)));
        }
        averageLength = (float) operations.stream()
                .mapToDouble(IndexedOperation::length)
                .average()
                .orElse(1);
    }

    @Override
    public SearchHits search(SearchRequest request) {
        String query = request.query();
        String bounded = query.length() > MAX_QUERY_CHARACTERS ? query.substring(0, MAX_QUERY_CHARACTERS) : query;
        List<Word> words =
                Words.ofQuery(bounded).stream().limit(MAX_QUERY_WORDS).toList();
        Map<String, Map<String, Double>> meanings = new LinkedHashMap<>();
        Set<String> unmatched = new LinkedHashSet<>();
        int guessed = 0;
        for (Word word : words) {
            guessed += postings.containsKey(word.stem()) ? 0 : 1;
            Map<String, Double> stems = meanings(word.stem(), guessed <= MAX_GUESSED_WORDS);
            meanings.put(word.stem(), stems);
            if (stems.isEmpty() && !VERBS_OF_ALL.contains(word.stem())) {
                unmatched.add(word.spelt());
            }
        }
        double[] scores = score(meanings);
        List<Integer> ranked = rank(request, scores, meanings, words);
        List<Operation> page = ranked.stream()
                .skip(request.offset())
                .limit(request.limit())
                .map(number -> operations.get(number).operation())
                .toList();
        return new SearchHits(page, ranked.size(), List.copyOf(unmatched));
    }

    /** Returns the stems of the index that a word of the query stands for, with their weights. */
    private Map<String, Double> meanings(String stem, boolean guesses) {
        Map<String, Double> stems = new LinkedHashMap<>();
        if (VERBS_OF_ALL.contains(stem)) {
            return postings.containsKey(stem) ? Map.of(stem, VERB_OF_ALL) : Map.of();
        }
        if (postings.containsKey(stem)) {
            stems.put(stem, 1.0);
        }
        for (String synonym : Synonyms.of(stem)) {
            if (postings.containsKey(synonym)) {
                stems.put(synonym, SYNONYM);
            }
        }
        if (guesses && !postings.containsKey(stem) && stem.length() > 2) {
            guesses(stem).forEach(guess -> stems.putIfAbsent(guess, GUESS));
        }
        return stems;
    }

    private List<String> guesses(String stem) {
        List<String> prefixed = postings.keySet().stream()
                .filter(known -> known.startsWith(stem) || (known.length() > 3 && stem.startsWith(known)))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(4)
                .toList();
        boolean isWord = !Synonyms.of(stem).isEmpty();
        return !prefixed.isEmpty() || stem.length() < 4 || isWord
                ? prefixed
                : Suggestions.closest(stem, postings.keySet(), 3);
    }

    /** Returns each operation's BM25 score; a word counts by its best meaning, not by their sum. */
    private double[] score(Map<String, Map<String, Double>> meanings) {
        double[] scores = new double[operations.size()];
        for (Map<String, Double> stems : meanings.values()) {
            Map<Integer, Double> best = new HashMap<>();
            stems.forEach((stem, weight) -> {
                double rarity = rarity(stem);
                for (Posting posting : postings.getOrDefault(stem, List.of())) {
                    float length = operations.get(posting.operation()).length() / averageLength;
                    float frequency = posting.frequency() / (1 - LENGTH_SHARE + LENGTH_SHARE * length);
                    double part = weight * rarity * frequency * (SATURATION + 1) / (frequency + SATURATION);
                    best.merge(posting.operation(), part, Math::max);
                }
            });
            best.forEach((operation, part) -> scores[operation] += part);
        }
        return scores;
    }

    private double rarity(String stem) {
        int having = postings.getOrDefault(stem, List.of()).size();
        return Math.log(1 + (operations.size() - having + .5) / (having + .5));
    }

    private List<Integer> rank(
            SearchRequest request, double[] scores, Map<String, Map<String, Double>> meanings, List<Word> words) {
        Map<String, Double> explained = new HashMap<>();
        meanings.values()
                .forEach(stems ->
                        stems.forEach((stem, weight) -> explained.merge(stem, weight == 1.0 ? 1.0 : .8, Math::max)));
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Operation operation = operations.get(i).operation();
            if (scores[i] > 0 && request.visible().test(operation)) {
                scores[i] *= 1 + TITLE_SHARE * coverage(operations.get(i), explained);
                scores[i] *= words.stream().anyMatch(word -> Synonyms.fits(word.stem(), operation.effect()))
                        ? EFFECT_BONUS
                        : 1;
                scores[i] /= 1 + .03 * operation.name().path().size();
                found.add(i);
            }
        }
        found.sort(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(Comparator.naturalOrder()));
        return found;
    }

    /** Returns how much of the operation's title the query explains, from 0 to 1, by its best title. */
    private double coverage(IndexedOperation operation, Map<String, Double> explained) {
        double best = 0;
        for (Set<String> title : operation.title()) {
            double whole = 0;
            double part = 0;
            for (String stem : title) {
                double rarity = rarity(stem);
                whole += rarity;
                part += rarity * explained.getOrDefault(stem, 0.0);
            }
            best = Math.max(best, whole == 0 ? 0 : part / whole);
        }
        return best;
    }
}
