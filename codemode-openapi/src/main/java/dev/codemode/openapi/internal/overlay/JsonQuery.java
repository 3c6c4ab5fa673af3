package dev.codemode.openapi.internal.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.TooCostlyException;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query of JSONPath (RFC 9535) without its functions: names, indexes, slices, wildcards, descendants, lists of them,
 * and filters that compare, combine and test for existence. Immutable and thread-safe.
 */
final class JsonQuery {
    /** How many values one query may visit. */
    private static final int MAX_VISITED = 5_000_000;

    private final List<Segment> segments;

    private JsonQuery(List<Segment> segments) {
        this.segments = segments;
    }

    /** Chooses among the children of a value. */
    @FunctionalInterface
    interface Selector {
        List<Located> select(Located value);
    }

    /**
     * A step of a query.
     *
     * @param selectors what is selected, one after the other
     * @param descendants whether children of all descendants are selected too
     */
    record Segment(List<Selector> selectors, boolean descendants) {}

    /**
     * Reads a query.
     *
     * @throws UnreadableException if it is invalid, or has a function; the message says where
     */
    static JsonQuery of(String text) throws UnreadableException {
        JsonQueryParser parser = new JsonQueryParser(text);
        return new JsonQuery(parser.query());
    }

    static JsonQuery of(List<Segment> segments) {
        return new JsonQuery(List.copyOf(segments));
    }

    /** Returns what the query finds, each value once, in the order of the document. */
    List<Located> find(Located root) {
        List<Located> found = List.of(root);
        int visited = 0;
        for (Segment segment : segments) {
            Map<String, Located> next = new LinkedHashMap<>();
            for (Located value : segment.descendants() ? withDescendants(found) : found) {
                for (Selector selector : segment.selectors()) {
                    for (Located child : selector.select(value)) {
                        if (++visited > MAX_VISITED) {
                            throw new TooCostlyException();
                        }
                        next.putIfAbsent(child.pointer(), child);
                    }
                }
            }
            found = List.copyOf(next.values());
        }
        return found;
    }

    private static List<Located> withDescendants(List<Located> values) {
        List<Located> all = new ArrayList<>();
        values.forEach(value -> addWithDescendants(value, all));
        return all;
    }

    private static void addWithDescendants(Located value, List<Located> all) {
        all.add(value);
        if (all.size() > MAX_VISITED) {
            throw new TooCostlyException();
        }
        children(value).forEach(child -> addWithDescendants(child, all));
    }

    static List<Located> children(Located value) {
        return value.node().isArray() ? value.items() : value.members();
    }

    static Selector name(String name) {
        return value -> value.isObject() && value.node().has(name) ? List.of(value.get(name)) : List.of();
    }

    static Selector index(long index) {
        return value -> {
            long at = index < 0 ? value.node().size() + index : index;
            return value.node().isArray() && at >= 0 && at < value.node().size()
                    ? List.of(value.step(String.valueOf(at)))
                    : List.of();
        };
    }

    /** Returns a selector of a slice (RFC 9535, 2.3.4.2). */
    static Selector slice(@Nullable Long start, @Nullable Long end, long step) {
        return value -> {
            List<Located> chosen = new ArrayList<>();
            long size = value.node().isArray() ? value.node().size() : 0;
            long from =
                    bounded(start == null ? (step > 0 ? 0 : size - 1) : start < 0 ? size + start : start, size, step);
            long to = end == null ? (step > 0 ? size : -1) : bounded(end < 0 ? size + end : end, size, step);
            for (long at = from; step > 0 ? at < to : (step < 0 && at > to); at += step) {
                chosen.add(value.step(String.valueOf(at)));
            }
            return chosen;
        };
    }

    private static long bounded(long index, long size, long step) {
        return step > 0 ? Math.max(0, Math.min(index, size)) : Math.max(-1, Math.min(index, size - 1));
    }

    /** Tests a value within a document. */
    @FunctionalInterface
    interface Condition {
        boolean holds(Located root, Located value);
    }

    /** Returns whether the comparison of two values holds (RFC 9535, 2.3.5.2.2); null stands for nothing. */
    static boolean compares(JsonNode left, String operator, JsonNode right) {
        boolean numbers = left.isNumber() && right.isNumber();
        boolean texts = left.isTextual() && right.isTextual();
        int order = numbers
                ? left.decimalValue().compareTo(right.decimalValue())
                : texts ? left.textValue().compareTo(right.textValue()) : 0;
        boolean equal = numbers ? order == 0 : left.equals(right);
        return switch (operator) {
            case "==" -> equal;
            case "!=" -> !equal;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> equal || order < 0;
            default -> equal || order > 0;
        };
    }
}
