package dev.codemode.search;

import dev.codemode.search.OperationFields.Field;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For every operation, its stems and how often each occurs in which of its fields. Stems and operations have numbers.
 * {@link Postings} is the part that one caller may see. Immutable and thread-safe.
 */
final class StemTable {
    /** The number of a stem that no operation has. */
    static final int NONE = -1;

    /** The counts of all fields are in one long; beyond its maximum, a higher count in one field would add nothing. */
    private static final int BITS = 7;

    private static final long MAX_COUNT = (1 << BITS) - 1;
    private static final Field[] FIELDS = Field.values();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] operations;
    private final long[][] counts;
    private final int[][] lengths;

    StemTable(List<OperationFields> all) {
        int[] having = new int[16];
        for (OperationFields fields : all) {
            for (String stem : counts(fields).keySet()) {
                int number = numbers.computeIfAbsent(stem, key -> numbers.size());
                having = number < having.length ? having : Arrays.copyOf(having, 2 * having.length);
                having[number]++;
            }
        }
        operations = new int[numbers.size()][];
        counts = new long[numbers.size()][];
        for (int stem = 0; stem < operations.length; stem++) {
            operations[stem] = new int[having[stem]];
            counts[stem] = new long[having[stem]];
        }
        lengths = new int[all.size()][];
        int[] filled = new int[numbers.size()];
        for (int i = 0; i < lengths.length; i++) {
            OperationFields fields = all.get(i);
            lengths[i] = Arrays.stream(FIELDS)
                    .mapToInt(field -> fields.of(field).size())
                    .toArray();
            fill(i, counts(fields), filled);
        }
    }

    private void fill(int operation, Map<String, Long> own, int[] filled) {
        own.forEach((stem, packed) -> {
            int number = number(stem);
            operations[number][filled[number]] = operation;
            counts[number][filled[number]++] = packed;
        });
    }

    private static Map<String, Long> counts(OperationFields fields) {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < FIELDS.length; i++) {
            int shift = BITS * i;
            for (String stem : fields.of(FIELDS[i])) {
                long known = counts.getOrDefault(stem, 0L);
                counts.put(stem, ((known >> shift) & MAX_COUNT) == MAX_COUNT ? known : known + (1L << shift));
            }
        }
        return counts;
    }

    /** Returns the number of a stem, or {@link #NONE}. */
    int number(String stem) {
        return numbers.getOrDefault(stem, NONE);
    }

    Set<String> stems() {
        return numbers.keySet();
    }

    int size() {
        return operations.length;
    }

    /** Returns the numbers of the operations that have the stem, ascending. */
    int[] operations(int stem) {
        return operations[stem];
    }

    /** Returns the average number of words that these operations have in each field. */
    Map<Field, Float> averages(BitSet among) {
        Map<Field, Float> averages = new EnumMap<>(Field.class);
        int size = Math.max(1, among.cardinality());
        for (int i = 0; i < FIELDS.length; i++) {
            int field = i;
            double sum = among.stream()
                    .mapToLong(operation -> lengths[operation][field])
                    .sum();
            averages.put(FIELDS[i], (float) Math.max(sum / size, 1e-3));
        }
        return averages;
    }

    /**
     * Returns the frequency of a stem, weighted by field, in the operation at this position among those that have it.
     */
    float frequency(int stem, int place, Map<Field, Float> averages) {
        long packed = counts[stem][place];
        int[] length = lengths[operations[stem][place]];
        float frequency = 0;
        for (int i = 0; i < FIELDS.length; i++) {
            Field field = FIELDS[i];
            long count = (packed >> (BITS * i)) & MAX_COUNT;
            if (count > 0) {
                float relative = length[i] / averages.getOrDefault(field, 1f);
                frequency += count * field.weight / (1 - field.lengthShare + field.lengthShare * relative);
            }
        }
        return frequency;
    }
}
