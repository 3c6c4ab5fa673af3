package dev.codemode.search;

import dev.codemode.search.OperationFields.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which operations have a stem, and how much of them it is: all fields in one frequency, saturated once (BM25F; Robertson,
 * Zaragoza and Taylor, 2004). Stems and operations have numbers. Immutable and thread-safe.
 */
final class Postings {
    /** The number of a stem that no operation has. */
    static final int NONE = -1;

    private static final float SATURATION = 1.2f;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] operations;
    private final float[][] shares;
    private final float[] rarities;

    Postings(List<OperationFields> all) {
        Map<Field, Float> averages = averages(all);
        List<Map<String, Float>> frequencies = new ArrayList<>(all.size());
        Map<String, Integer> having = new HashMap<>();
        for (OperationFields fields : all) {
            Map<String, Float> own = frequencies(fields, averages);
            frequencies.add(own);
            for (String stem : own.keySet()) {
                numbers.putIfAbsent(stem, numbers.size());
                having.merge(stem, 1, Integer::sum);
            }
        }
        operations = new int[numbers.size()][];
        shares = new float[numbers.size()][];
        rarities = new float[numbers.size()];
        numbers.forEach((stem, number) -> {
            int count = having.getOrDefault(stem, 0);
            operations[number] = new int[count];
            shares[number] = new float[count];
            rarities[number] = (float) Math.log(1 + (all.size() - count + .5) / (count + .5));
        });
        fill(frequencies);
    }

    private void fill(List<Map<String, Float>> frequencies) {
        int[] ends = new int[operations.length];
        for (int operation = 0; operation < frequencies.size(); operation++) {
            for (Map.Entry<String, Float> entry : frequencies.get(operation).entrySet()) {
                int stem = number(entry.getKey());
                float frequency = entry.getValue();
                operations[stem][ends[stem]] = operation;
                shares[stem][ends[stem]++] = frequency * (SATURATION + 1) / (frequency + SATURATION);
            }
        }
    }

    private static Map<Field, Float> averages(List<OperationFields> all) {
        Map<Field, Float> averages = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            double mean = all.stream()
                    .mapToInt(fields -> fields.of(field).size())
                    .average()
                    .orElse(0);
            averages.put(field, (float) Math.max(mean, 1e-3));
        }
        return averages;
    }

    private static Map<String, Float> frequencies(OperationFields fields, Map<Field, Float> averages) {
        Map<String, Float> frequencies = new HashMap<>();
        for (Field field : Field.values()) {
            List<String> stems = fields.of(field);
            float length = stems.size() / averages.getOrDefault(field, 1f);
            float weight = field.weight / (1 - field.lengthShare + field.lengthShare * length);
            stems.forEach(stem -> frequencies.merge(stem, weight, Float::sum));
        }
        return frequencies;
    }

    /** Returns the number of a stem, or {@link #NONE}. */
    int number(String stem) {
        return numbers.getOrDefault(stem, NONE);
    }

    boolean has(String stem) {
        return numbers.containsKey(stem);
    }

    Set<String> stems() {
        return Collections.unmodifiableSet(numbers.keySet());
    }

    /** Returns the numbers of the operations that have the stem, ascending. */
    int[] operations(int stem) {
        return operations[stem];
    }

    /** Returns the saturated frequency of the stem in each of those operations, from 0 to 2.2. */
    float[] shares(int stem) {
        return shares[stem];
    }

    /** Returns the stem's inverse document frequency. */
    float rarity(int stem) {
        return rarities[stem];
    }
}
