package dev.codemode.validation.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.internal.words.Visible;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where an operation returned a different kind of value than it declares. Results are not checked, so this is
 * only for hints.
 */
public final class ResultKind {
    private static final int MAX_NAMED = 8;

    private enum Kind {
        NULL,
        BOOLEAN,
        NUMBER,
        STRING,
        ARRAY,
        OBJECT
    }

    private final Service service;
    private final Set<String> seen = new HashSet<>();

    private ResultKind(Service service) {
        this.service = service;
    }

    /**
     * Returns a description of the value, such as {@code an object with zone}; empty if its kind is the declared one.
     */
    public static String unlike(Schema declared, @Nullable Object value, Service service) {
        Kind kind = kind(value);
        return new ResultKind(service).accepts(declared, kind) ? "" : shown(kind, value);
    }

    private static Kind kind(@Nullable Object value) {
        if (value == null) {
            return Kind.NULL;
        }
        if (value instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        if (value instanceof Number) {
            return Kind.NUMBER;
        }
        return value instanceof String ? Kind.STRING : value instanceof Collection<?> ? Kind.ARRAY : Kind.OBJECT;
    }

    private static String shown(Kind kind, @Nullable Object value) {
        return switch (kind) {
            case NULL -> "null";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            case STRING -> "a string";
            case ARRAY -> "an array";
            case OBJECT -> value instanceof Map<?, ?> map ? "an object" + names(map) : "an object";
        };
    }

    private static String names(Map<?, ?> map) {
        return map.isEmpty() ? "" : " with " + Visible.names(map.keySet(), MAX_NAMED);
    }

    private boolean accepts(Schema schema, Kind kind) {
        if (schema instanceof Schema.NullSchema) {
            return kind == Kind.NULL;
        } else if (schema instanceof Schema.BooleanSchema) {
            return kind == Kind.BOOLEAN;
        } else if (schema instanceof Schema.NumberSchema) {
            return kind == Kind.NUMBER;
        } else if (schema instanceof Schema.StringSchema) {
            return kind == Kind.STRING;
        } else if (schema instanceof Schema.ArraySchema || schema instanceof Schema.TupleSchema) {
            return kind == Kind.ARRAY;
        } else if (schema instanceof Schema.ObjectSchema) {
            return kind == Kind.OBJECT;
        } else if (schema instanceof Schema.ConstantSchema constant) {
            return constant.values().stream().anyMatch(value -> kind(value) == kind);
        } else if (schema instanceof Schema.UnionSchema union) {
            return union.options().stream().anyMatch(option -> accepts(option, kind));
        } else if (schema instanceof Schema.IntersectionSchema intersection) {
            return intersection.parts().stream().allMatch(part -> accepts(part, kind));
        } else if (schema instanceof Schema.ReferenceSchema reference && seen.add(reference.type())) {
            return accepts(service.resolve(reference), kind);
        }
        return true;
    }
}
