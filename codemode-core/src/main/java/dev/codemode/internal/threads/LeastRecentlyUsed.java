package dev.codemode.internal.threads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cache of a bounded number of values that can be made again; the least recently used one makes room. Thread-safe.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class LeastRecentlyUsed<K, V> {
    private static final float USUAL_LOAD = .75f;

    private final Map<K, V> values;

    /** Keeps at most {@code most} values. */
    public LeastRecentlyUsed(int most) {
        values = new LinkedHashMap<>(0, USUAL_LOAD, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Returns the value of the key, if it is kept; this counts as a use. */
    public Optional<V> find(K key) {
        synchronized (values) {
            return Optional.ofNullable(values.get(key));
        }
    }

    /** Returns the values that are kept, most recently used first. */
    public List<V> values() {
        synchronized (values) {
            List<V> latest = new ArrayList<>(values.values());
            Collections.reverse(latest);
            return latest;
        }
    }

    /**
     * Returns the value of the key, and makes it if it is not kept; other threads do not wait while one is being made.
     */
    public V get(K key, Function<K, V> made) {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        V value = made.apply(key);
        synchronized (values) {
            V first = values.putIfAbsent(key, value);
            return first == null ? value : first;
        }
    }
}
