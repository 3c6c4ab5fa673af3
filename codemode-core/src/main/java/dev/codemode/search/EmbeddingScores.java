package dev.codemode.search;

import dev.codemode.catalog.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** The nearness of operations to a query in meaning. Immutable and thread-safe. */
final class EmbeddingScores {
    private static final System.Logger LOG = System.getLogger("dev.codemode");
    private static final int MAX_CHARACTERS = 300;

    private final Embedding embedding;
    private final double weight;
    private final float[][] vectors;

    EmbeddingScores(Embedding embedding, double weight, List<Operation> operations) {
        this.embedding = embedding;
        this.weight = weight;
        this.vectors = operations.stream()
                .map(operation -> unit(embedding.of(text(operation))))
                .toArray(float[][]::new);
    }

    private static String text(Operation operation) {
        String name = Words.split(operation.name().dottedPath()).stream()
                .map(Words.Word::spelt)
                .collect(Collectors.joining(" "));
        String docs = operation.docs().text().strip();
        return name + ". " + docs.substring(0, Math.min(MAX_CHARACTERS, docs.length()));
    }

    /** Returns the weight of nearness against words, from 0 to 1. */
    double weight() {
        return weight;
    }

    /**
     * Returns, for each of these operations, the cosine of its vector and the query's, relative to the best of them; 0
     * if the model fails.
     */
    double[] to(String query, int[] among) {
        double[] near = new double[among.length];
        float[] asked;
        try {
            asked = unit(embedding.of(query));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The embedding of a query failed; only words are compared.", e);
            return near;
        }
        double best = Double.MIN_NORMAL;
        for (int i = 0; i < near.length; i++) {
            near[i] = Math.max(0, product(asked, vectors[among[i]]));
            best = Math.max(best, near[i]);
        }
        for (int i = 0; i < near.length; i++) {
            near[i] /= best;
        }
        return near;
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        double length = Math.sqrt(product(vector, vector));
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = length == 0 ? 0 : (float) (vector[i] / length);
        }
        return unit;
    }
}
