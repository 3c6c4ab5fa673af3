package dev.codemode.examples.bookshop.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows that matched.
 *
 * @param total how many rows matched in all
 * @param nextOffset the offset of the next page, or null on the last one
 * @param items the rows of this page
 */
public record Page<T>(int total, @Nullable Integer nextOffset, List<T> items) {
    /** Copies the rows. */
    public Page {
        items = List.copyOf(items);
    }

    static <T> Page<T> of(List<T> items, int total, int offset) {
        int end = offset + items.size();
        return new Page<>(total, end < total && !items.isEmpty() ? end : null, items);
    }
}
