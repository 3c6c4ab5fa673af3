package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.codemode.catalog.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The constants of an enum in JSON, found by writing and reading each of them. */
final class EnumValues {
    private EnumValues() {}

    /** Returns the schema of what the serialiser writes for the constants. */
    static Schema written(Class<?> type, JsonSerializer<?> serializer, SerializerProvider provider) throws IOException {
        Set<Object> values = new LinkedHashSet<>();
        for (Object constant : type.getEnumConstants()) {
            Object value = Samples.write(constant, serializer, provider);
            if (value == null || value instanceof List || value instanceof java.util.Map) {
                return Schema.unknown();
            }
            values.add(value);
        }
        return values.isEmpty() ? Schema.never() : Schema.constants(values.toArray());
    }

    /**
     * Returns the schema of what the deserialiser reads as the constants; for each, the written form if it can be read.
     */
    static Schema read(
            Class<?> type, Schema written, JsonDeserializer<?> deserializer, DeserializationContext context) {
        List<Object> asWritten = written instanceof Schema.ConstantSchema constants ? constants.values() : List.of();
        Set<Object> values = new LinkedHashSet<>();
        for (Object constant : type.getEnumConstants()) {
            List<Object> candidates = new ArrayList<>(asWritten);
            candidates.add(((Enum<?>) constant).name());
            candidates.add(constant.toString());
            candidates.stream()
                    .filter(candidate -> constant == Samples.read(candidate, deserializer, context))
                    .findFirst()
                    .ifPresent(values::add);
        }
        return values.isEmpty() ? Schema.string() : Schema.constants(values.toArray());
    }
}
