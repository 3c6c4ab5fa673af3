package dev.codemode.search;

import dev.codemode.search.OperationFields.Field;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The visible operations that have a stem, and how much of them it makes up: all fields in one frequency, saturated
 * once (BM25F; Robertson, Zaragoza and Taylor, 2004). Numbers are those of the table; hidden operations contribute
 * nothing. Thread-safe.
 */
final class Postings {
    private static final float SATURATION = 1.2f;

    private final StemTable table;
    private final BitSet visible;
    private final int size;
    private final Map<Field, Float> averages;

    /** The results of earlier requests. */
    private final AtomicReferenceArray<@Nullable Posting> known;

    Postings(StemTable table, BitSet visible) {
        this.table = table;
        this.visible = visible;
        this.size = visible.cardinality();
        this.averages = table.averages(visible);
        this.known = new AtomicReferenceArray<>(table.size());
    }

    @SuppressWarnings("ArrayRecordComponent") // made here, read in the index, never changed
    private record Posting(int[] operations, float[] shares, float rarity) {}

    private Posting posting(int stem) {
        Posting found = known.get(stem);
        if (found == null) {
            found = filtered(stem);
            known.set(stem, found);
        }
        return found;
    }

    private Posting filtered(int stem) {
        int[] all = table.operations(stem);
        int[] places =
                IntStream.range(0, all.length).filter(i -> visible.get(all[i])).toArray();
        float[] shares = new float[places.length];
        for (int i = 0; i < shares.length; i++) {
            float frequency = table.frequency(stem, places[i], averages);
            shares[i] = frequency * (SATURATION + 1) / (frequency + SATURATION);
        }
        int[] operations = Arrays.stream(places).map(place -> all[place]).toArray();
        float rarity = (float) Math.log(1 + (size - places.length + .5) / (places.length + .5));
        return new Posting(operations, shares, rarity);
    }

    /** Returns the number of a stem, whether a visible operation has it or not. */
    int number(String stem) {
        return table.number(stem);
    }

    /** Whether a visible operation has the stem. */
    boolean has(String stem) {
        int number = table.number(stem);
        if (number == StemTable.NONE) {
            return false;
        }
        Posting found = known.get(number);
        return found == null
                ? Arrays.stream(table.operations(number)).anyMatch(visible::get)
                : found.operations.length > 0;
    }

    /** Returns the numbers of the visible operations, ascending. */
    int[] visible() {
        return visible.stream().toArray();
    }

    /** Returns the numbers of the visible operations that have the stem, ascending. */
    int[] operations(int stem) {
        return posting(stem).operations;
    }

    /** Returns the saturated frequency of the stem in each of those operations, from 0 to 2.2. */
    float[] shares(int stem) {
        return posting(stem).shares;
    }

    /** Returns the stem's inverse document frequency. */
    float rarity(int stem) {
        return posting(stem).rarity;
    }
}
