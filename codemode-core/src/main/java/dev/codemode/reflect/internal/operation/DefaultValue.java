package dev.codemode.reflect.internal.operation;

import dev.codemode.catalog.Schema;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.NotJsonException;
import dev.codemode.reflect.internal.mapping.BindingException;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.MappedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of a parameter that a script leaves out. Immutable and thread-safe.
 *
 * @param plain the plain JSON value, which is bound anew for each call
 */
record DefaultValue(Object plain) {

    /** Returns the default that a text stands for, or null if the mapper cannot read it as the type. */
    static @Nullable DefaultValue of(String text, MappedType type, Schema schema, JsonMapping mapping) {
        List<Object> candidates = new ArrayList<>();
        parsed(text).ifPresent(candidates::add);
        candidates.add(isText(schema) ? 0 : candidates.size(), text);
        return candidates.stream()
                .filter(candidate -> reads(candidate, type, mapping))
                .findFirst()
                .map(DefaultValue::new)
                .orElse(null);
    }

    private static Optional<Object> parsed(String text) {
        try {
            return Optional.ofNullable(Json.read(text));
        } catch (NotJsonException e) {
            return Optional.empty();
        }
    }

    private static boolean reads(Object candidate, MappedType type, JsonMapping mapping) {
        try {
            return mapping.read(candidate, type) != null;
        } catch (BindingException e) {
            return false;
        }
    }

    private static boolean isText(Schema schema) {
        if (schema instanceof Schema.UnionSchema union) {
            return union.options().stream().anyMatch(DefaultValue::isText);
        }
        return schema instanceof Schema.StringSchema
                || (schema instanceof Schema.ConstantSchema constants
                        && constants.values().get(0) instanceof String);
    }
}
