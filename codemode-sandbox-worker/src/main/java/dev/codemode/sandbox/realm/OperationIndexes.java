package dev.codemode.sandbox.realm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Caches the trees of the most recently used lists of operations, by the identity of the list. Thread-safe.
 *
 * @since 0.1
 */
public final class OperationIndexes {
    private static final int CAPACITY = 16;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** Starts empty. */
    public OperationIndexes() {}

    /** Returns the tree of this list. */
    synchronized OperationIndex of(List<String> operations) {
        for (Entry entry : entries) {
            if (entry.operations == operations) {
                return entry.index;
            }
        }
        Entry entry = new Entry(operations, OperationIndex.of(operations));
        entries.addFirst(entry);
        if (entries.size() > CAPACITY) {
            entries.removeLast();
        }
        return entry.index;
    }

    private record Entry(List<String> operations, OperationIndex index) {}
}
