package dev.codemode.search;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.internal.LeastRecentlyUsed;
import dev.codemode.search.OperationFields.Field;
import dev.codemode.search.Question.Shape;
import dev.codemode.search.Question.Term;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The built-in index. No word of a query is required; rare words weigh more; a word that no operation has counts for the
 * words that begin with it or are nearly spelt like it; an operation whose title the query explains comes before those that
 * mention as much. Thread-safe.
 *
 * <p>Invariant, held by {@code HiddenWordsTest}: an answer is that of an index of the visible operations alone; what is
 * hidden adds no word, no spelling and no weight.
 */
final class LexicalIndex implements SearchIndex {
    private static final double TITLE_SHARE = .6;
    private static final double EFFECT_BONUS = 1.15;
    private static final double INNERMOST_BONUS = 1.2;
    private static final double SHAPE_BONUS = 1.12;
    private static final double NEED = .85;
    private static final double LEAST_FITNESS = .7;
    private static final int MAX_CHARACTERS = 2_000;
    private static final double DEPTH_MALUS = .03;

    /** How many of the best by frequencies are looked at again. */
    private static final int CONTENDERS = 200;

    /** How many of the nearest are found although they share no word with the query. */
    private static final int NEIGHBOURS = 20;

    /** How many indexes of parts of the operations are kept, for callers who see the same. */
    private static final int MAX_PARTS = 32;

    private final List<Operation> operations;
    private final List<OperationFields> fields;
    private final Postings postings;
    private final Meanings meanings;

    /** Per operation: the stems of its name, and those of its title. */
    private final int[][][] titles;

    private final int[][] innermost;
    private final @Nullable Nearness nearness;

    /** Per operation, which of those that nearness compares it is. */
    private final int[] compared;

    private final LeastRecentlyUsed<BitSet, LexicalIndex> parts = new LeastRecentlyUsed<>(MAX_PARTS);

    LexicalIndex(Catalog catalog) {
        this(catalog, null);
    }

    /** Also compares meanings, where {@code compared} makes something of the operations that does. */
    LexicalIndex(Catalog catalog, @Nullable Function<List<Operation>, Nearness> compared) {
        this(
                catalog.operations(),
                catalog.operations().stream()
                        .map(operation -> OperationFields.of(operation, catalog.serviceOf(operation)))
                        .toList(),
                compared == null ? null : compared.apply(catalog.operations()),
                IntStream.range(0, catalog.operations().size()).toArray());
    }

    private LexicalIndex(
            List<Operation> operations, List<OperationFields> fields, @Nullable Nearness nearness, int[] compared) {
        this.operations = operations;
        this.fields = fields;
        this.nearness = nearness;
        this.compared = compared;
        postings = new Postings(fields);
        meanings = new Meanings(postings);
        titles = new int[fields.size()][][];
        innermost = new int[fields.size()][];
        for (int i = 0; i < titles.length; i++) {
            OperationFields each = fields.get(i);
            titles[i] = new int[][] {numbers(each.of(Field.NAME)), numbers(each.of(Field.TITLE))};
            innermost[i] = numbers(each.innermost());
        }
    }

    private LexicalIndex part(BitSet visible) {
        int[] kept = visible.stream().toArray();
        return new LexicalIndex(
                Arrays.stream(kept).mapToObj(operations::get).toList(),
                Arrays.stream(kept).mapToObj(fields::get).toList(),
                nearness,
                kept);
    }

    private int[] numbers(List<String> stems) {
        return stems.stream()
                .distinct()
                .mapToInt(postings::number)
                .filter(number -> number != Postings.NONE)
                .toArray();
    }

    @Override
    public SearchHits search(SearchRequest request) {
        BitSet visible = new BitSet(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            visible.set(i, request.visible().test(operations.get(i)));
        }
        return visible.cardinality() == operations.size()
                ? answer(request)
                : parts.get(visible, this::part).answer(request);
    }

    private SearchHits answer(SearchRequest request) {
        String query = request.query();
        String bounded = query.length() > MAX_CHARACTERS ? query.substring(0, MAX_CHARACTERS) : query;
        Question whole = Question.of(bounded, meanings, postings);
        double[] scores = frequencies(whole);
        int[] found = found(scores);
        double[] fit = fit(found, scores, whole);
        for (String need : Needs.of(bounded)) {
            Question part = Question.of(need, meanings, postings);
            double[] more = fit(found, frequencies(part), part);
            for (int i : found) {
                fit[i] = Math.max(fit[i], NEED * more[i]);
            }
        }
        if (nearness != null && !bounded.isBlank()) {
            found = fused(found, fit, nearness.to(bounded, compared), nearness.weight());
        }
        List<Operation> page = Arrays.stream(ranked(found, fit))
                .skip(request.offset())
                .limit(request.limit())
                .mapToObj(operations::get)
                .toList();
        return new SearchHits(page, found.length, whole.unmatched());
    }

    /** Puts nearness into the fitness of the found operations and of the nearest others, and returns all of them. */
    private int[] fused(int[] found, double[] fit, double[] near, double weight) {
        double[] sorted = Arrays.stream(near).sorted().toArray();
        double least = sorted.length <= NEIGHBOURS ? 0 : sorted[sorted.length - NEIGHBOURS];
        IntStream others = IntStream.range(0, near.length).filter(i -> fit[i] == 0 && near[i] > 0 && near[i] >= least);
        int[] fused = IntStream.concat(Arrays.stream(found), others).toArray();
        for (int i : fused) {
            fit[i] = (1 - weight) * fit[i] + weight * near[i];
        }
        return fused;
    }

    /** Returns the operations, best first; of equal ones, the one that was declared first. */
    private static int[] ranked(int[] found, double[] fit) {
        long[] keys = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            // The bits of positive floats are in the order of their values.
            long descending = (long) Integer.MAX_VALUE - Float.floatToIntBits((float) fit[found[i]]);
            keys[i] = (descending << Integer.SIZE) | found[i];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** Returns each operation's BM25F score; a word counts by its best meaning, not by their sum. */
    private double[] frequencies(Question question) {
        double[] scores = new double[operations.size()];
        double[] best = new double[operations.size()];
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

    /** Returns how well each of the found operations fits, as a share of the best. */
    private double[] fit(int[] found, double[] scores, Question question) {
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

    /** Returns the score that an operation needs to be looked at again. */
    private static double least(int[] found, double[] scores) {
        if (found.length <= CONTENDERS) {
            return 0;
        }
        double[] sorted =
                Arrays.stream(found).mapToDouble(i -> scores[i]).sorted().toArray();
        return sorted[sorted.length - CONTENDERS];
    }

    /** Returns how well an operation fits beyond the frequencies of words. */
    private double fitness(int operation, Question question, Map<Integer, Double> explained) {
        Operation candidate = operations.get(operation);
        double fitness = 1 + TITLE_SHARE * titleCoverage(operation, explained);
        if (Synonyms.fits(question.verb(), candidate.effect())) {
            fitness *= EFFECT_BONUS;
        }
        int[] thing = innermost[operation];
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
        for (int[] title : titles[operation]) {
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
