package dev.codemode.openapi.internal.http;

import dev.codemode.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Spells values in the styles of OpenAPI (3.1, 4.8.12.4, and RFC 6570). Values are encoded, delimiters are not.
 * Immutable and thread-safe.
 *
 * @param encoding encodes a name or a value
 */
record Spelling(UnaryOperator<String> encoding) {
    /**
     * A name and a value, both encoded.
     *
     * @param name the name
     * @param value the value, or null for a name only
     */
    record Pair(String name, @Nullable String value) {
        /** Returns the pair as written in a query. */
        String text() {
            return value == null ? name : name + "=" + value;
        }
    }

    /** Returns a value other than an array or object as JSON writes it, without quotes. */
    static String plain(@Nullable Object value) {
        return value instanceof String text ? text : Json.write(value);
    }

    private String encoded(@Nullable Object value) {
        return encoding.apply(value instanceof List || value instanceof Map ? Json.write(value) : plain(value));
    }

    /** Returns the elements of an array, the alternating names and values of an object, or the value itself. */
    private List<String> flat(@Nullable Object value) {
        List<String> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> parts.add(encoded(item)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                parts.add(encoded(key));
                parts.add(encoded(item));
            });
        } else {
            parts.add(encoded(value));
        }
        return parts;
    }

    private List<String> assignments(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .toList();
    }

    /** {@code a,b}, {@code k,v} or, exploded, {@code k=v}. */
    String simple(Object value, boolean explode) {
        return explode && value instanceof Map<?, ?> map
                ? String.join(",", assignments(map))
                : String.join(",", flat(value));
    }

    /** {@code .a,b} or, exploded, {@code .a.b} and {@code .k=v}. */
    String label(Object value, boolean explode) {
        if (!explode) {
            return "." + String.join(",", flat(value));
        }
        return "." + String.join(".", value instanceof Map<?, ?> map ? assignments(map) : flat(value));
    }

    /** {@code ;name=a,b} or, exploded, {@code ;name=a;name=b} and {@code ;k=v}. */
    String matrix(String name, Object value, boolean explode) {
        String start = ";" + encoded(name);
        if (explode && value instanceof Map<?, ?> map) {
            return assignments(map).stream().map(part -> ";" + part).collect(Collectors.joining());
        }
        if (explode && value instanceof List<?> list) {
            return list.stream().map(item -> start + "=" + encoded(item)).collect(Collectors.joining());
        }
        String joined = String.join(",", flat(value));
        return joined.isEmpty() ? start : start + "=" + joined;
    }

    /** Returns the pairs of a query or a form in a style; a delimiter is encoded as the values are. */
    List<Pair> styled(HttpParameter.Style style, String name, Object value, boolean explode) {
        return switch (style) {
            case DEEP_OBJECT -> deep(name, value);
            case SPACE_DELIMITED -> pairs(name, value, explode, encoding.apply(" "));
            case PIPE_DELIMITED -> pairs(name, value, explode, "%7C");
            case TAB_DELIMITED -> pairs(name, value, explode, "%09");
            default -> pairs(name, value, explode, ",");
        };
    }

    /** Returns the pairs of a query, a form or cookies: one pair per value if exploded, otherwise joined. */
    List<Pair> pairs(String name, Object value, boolean explode, String delimiter) {
        boolean many = value instanceof List || value instanceof Map;
        if (many && flat(value).isEmpty()) {
            return List.of();
        }
        if (explode && value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> new Pair(encoded(entry.getKey()), encoded(entry.getValue())))
                    .toList();
        }
        if (explode && value instanceof List<?> list) {
            return list.stream()
                    .map(item -> new Pair(encoded(name), encoded(item)))
                    .toList();
        }
        return List.of(new Pair(encoded(name), String.join(delimiter, flat(value))));
    }

    /** {@code name[k]=v}; deeper levels have further brackets, arrays their index: {@code name[k][0]=v}. */
    List<Pair> deep(String name, Object value) {
        List<Pair> pairs = new ArrayList<>();
        deep(name, value, pairs);
        return pairs;
    }

    private void deep(String name, @Nullable Object value, List<Pair> pairs) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> deep(name + "[" + key + "]", item, pairs));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                deep(name + "[" + i + "]", list.get(i), pairs);
            }
        } else if (value != null) {
            pairs.add(new Pair(encoded(name), encoded(value)));
        }
    }
}
