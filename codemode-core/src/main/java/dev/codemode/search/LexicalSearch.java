package dev.codemode.search;

import dev.codemode.catalog.Operation;
import dev.codemode.search.ParsedQuery.Shape;
import dev.codemode.search.ParsedQuery.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One search over what its caller may see: hidden operations have no postings here. Confined to one thread at a time.
 */
final class LexicalSearch {
    private static final double TITLE_SHARE = .6;
    private static final double EFFECT_BONUS = 1.15;
    private static final double INNERMOST_BONUS = 1.2;
    private static final double SHAPE_BONUS = 1.12;
    private static final double NEED = .85;
    private static final double LEAST_FITNESS = .7;
    private static final int MAX_CHARACTERS = 2_000;
    private static final double DEPTH_MALUS = .03;

    /** How many of the best by frequencies are examined again. */
    private static final int CONTENDERS = 200;

    /** How many of the nearest are found even if they share no word with the query. */
    private static final int NEIGHBOURS = 20;

    private final LexicalIndex index;
    private final Postings postings;
    private final StemExpansion meanings;

    LexicalSearch(LexicalIndex index, Postings postings) {
        this.index = index;
        this.postings = postings;
        this.meanings = new StemExpansion(index.vocabulary(), postings);
    }

    SearchHits answer(SearchRequest request) {
        String query = request.query();
        String bounded = query.length() > MAX_CHARACTERS ? query.substring(0, MAX_CHARACTERS) : query;
        ParsedQuery whole = ParsedQuery.of(bounded, meanings, postings);
        double[] scores = frequencies(whole);
        int[] found = found(scores);
        double[] fit = fit(found, scores, whole);
        for (String need : SubQueries.of(bounded)) {
            ParsedQuery part = ParsedQuery.of(need, meanings, postings);
            double[] more = fit(found, frequencies(part), part);
            for (int i : found) {
                fit[i] = Math.max(fit[i], NEED * more[i]);
            }
        }
        EmbeddingScores nearness = index.nearness().orElse(null);
        if (nearness != null && !bounded.isBlank()) {
            int[] compared = postings.visible();
            found = fused(found, fit, compared, nearness.to(bounded, compared), nearness.weight());
        }
        List<Operation> page = Arrays.stream(ranked(found, fit))
                .skip(request.offset())
                .limit(request.limit())
                .mapToObj(index::operation)
                .toList();
        return new SearchHits(page, found.length, whole.unmatched());
    }

    /** Adds nearness to the fitness of the found operations and of the nearest others, and returns all of them. */
    private static int[] fused(int[] found, double[] fit, int[] compared, double[] near, double weight) {
        double[] sorted = Arrays.stream(near).sorted().toArray();
        double least = sorted.length <= NEIGHBOURS ? 0 : sorted[sorted.length - NEIGHBOURS];
        double[] nearness = new double[fit.length];
        for (int i = 0; i < near.length; i++) {
            nearness[compared[i]] = near[i];
        }
        IntStream others = Arrays.stream(compared).filter(i -> fit[i] == 0 && nearness[i] > 0 && nearness[i] >= least);
        int[] fused = IntStream.concat(Arrays.stream(found), others).toArray();
        for (int i : fused) {
            fit[i] = (1 - weight) * fit[i] + weight * nearness[i];
        }
        return fused;
    }

    /** Returns the operations, best first; equal ones in the order of declaration. */
    private static int[] ranked(int[] found, double[] fit) {
        long[] keys = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            // The bits of positive floats sort like their values.
            long descending = (long) Integer.MAX_VALUE - Float.floatToIntBits((float) fit[found[i]]);
            keys[i] = (descending << Integer.SIZE) | found[i];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** Returns each operation's BM25F score; a word counts by its best meaning, not by the sum of its meanings. */
    private double[] frequencies(ParsedQuery question) {
        double[] scores = new double[index.size()];
        double[] best = new double[index.size()];
        for (Term term : question.terms()) {
            for (int i = 0; i < term.stems().length; i++) {
                int stem = term.stems()[i];
                double weight = term.weights()[i] * postings.rarity(stem);
                int[] having = postings.operations(stem);
                float[] shares = postings.shares(stem);
                for (int j = 0; j < having.length; j++) {
                    double more = weight * shares[j] - best[having[j]];
                    if (more > 0) {
                        scores[having[j]] += more;
                        best[having[j]] += more;
                    }
                }
            }
            for (int stem : term.stems()) {
                for (int operation : postings.operations(stem)) {
                    best[operation] = 0;
                }
            }
        }
        return scores;
    }

    private static int[] found(double[] scores) {
        return IntStream.range(0, scores.length).filter(i -> scores[i] > 0).toArray();
    }

    /** Returns how well each of the found operations fits, relative to the best. */
    private double[] fit(int[] found, double[] scores, ParsedQuery question) {
        double least = least(found, scores);
        Map<Integer, Double> explained = question.explained();
        double best = 0;
        for (int i : found) {
            scores[i] *= scores[i] >= least ? fitness(i, question, explained) : LEAST_FITNESS;
            best = Math.max(best, scores[i]);
        }
        for (int i : found) {
            scores[i] /= Math.max(best, Double.MIN_NORMAL);
        }
        return scores;
    }

    /** Returns the score that an operation needs to be examined again. */
    private static double least(int[] found, double[] scores) {
        if (found.length <= CONTENDERS) {
            return 0;
        }
        double[] sorted =
                Arrays.stream(found).mapToDouble(i -> scores[i]).sorted().toArray();
        return sorted[sorted.length - CONTENDERS];
    }

    /** Returns how well an operation fits beyond the frequencies of words. */
    private double fitness(int operation, ParsedQuery question, Map<Integer, Double> explained) {
        Operation candidate = index.operation(operation);
        double fitness = 1 + TITLE_SHARE * titleCoverage(operation, explained);
        if (Synonyms.fits(question.verb(), candidate.effect())) {
            fitness *= EFFECT_BONUS;
        }
        int[] thing = index.innermost(operation);
        if (thing.length > 0 && Arrays.stream(thing).allMatch(explained::containsKey)) {
            fitness *= INNERMOST_BONUS;
        }
        List<String> resource = candidate.resource();
        if (!resource.isEmpty() && question.shape() != Shape.UNKNOWN) {
            boolean one = resource.get(resource.size() - 1).equals(Operation.ANY);
            fitness *= one == (question.shape() == Shape.ONE) ? SHAPE_BONUS : 1;
        }
        int depth = Math.max(resource.size(), candidate.name().path().size());
        return fitness / (1 + DEPTH_MALUS * depth);
    }

    /** Returns how much of the operation's title the query explains, from 0 to 1, by its best title. */
    private double titleCoverage(int operation, Map<Integer, Double> explained) {
        double best = 0;
        for (int[] title : index.titles(operation)) {
            double whole = 0;
            double part = 0;
            for (int stem : title) {
                whole += postings.rarity(stem);
                part += postings.rarity(stem) * explained.getOrDefault(stem, 0.0);
            }
            best = Math.max(best, whole == 0 ? 0 : part / whole);
        }
        return best;
    }
}
