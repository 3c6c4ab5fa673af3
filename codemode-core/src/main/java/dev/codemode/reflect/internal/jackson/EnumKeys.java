package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.codemode.catalog.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps whose keys are the constants of an enum: objects that may have a property for each constant, and no others. */
final class EnumKeys {
    private static final int MAX_CONSTANTS = 100;

    private EnumKeys() {}

    /** Returns whether a map's keys are few enough to name. */
    static boolean are(JavaType map) {
        JavaType key = map.getKeyType();
        return key != null && key.isEnumType() && key.getRawClass().getEnumConstants().length <= MAX_CONSTANTS;
    }

    /** Returns the schema of the object that is written for a map. */
    static Schema written(JavaType map, Schema values, @Nullable BeanProperty property, SerializerProvider provider)
            throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (Object constant : map.getKeyType().getRawClass().getEnumConstants()) {
            names.add(write(constant, map.getKeyType(), property, provider));
        }
        return object(names, values);
    }

    /** Returns the schema of the objects that are read as a map; a key has its written form if that can be read. */
    static Schema read(
            JavaType map,
            Schema values,
            @Nullable BeanProperty property,
            SerializerProvider provider,
            DeserializationContext context)
            throws IOException {
        KeyDeserializer reader = context.findKeyDeserializer(map.getKeyType(), property);
        Set<String> names = new LinkedHashSet<>();
        for (Object constant : map.getKeyType().getRawClass().getEnumConstants()) {
            List.of(
                            write(constant, map.getKeyType(), property, provider),
                            ((Enum<?>) constant).name(),
                            constant.toString())
                    .stream()
                    .filter(name -> constant == read(name, reader, context))
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names.isEmpty() ? Schema.map(values) : object(names, values);
    }

    private static Schema object(Set<String> names, Schema values) {
        List<Schema.Property> properties = new ArrayList<>();
        names.forEach(name -> properties.add(Schema.Property.optional(name, values)));
        return Schema.object(properties);
    }

    private static String write(
            Object constant, JavaType type, @Nullable BeanProperty property, SerializerProvider provider)
            throws IOException {
        JsonSerializer<Object> keys = provider.findKeySerializer(type, property);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = PlainJson.FACTORY.createGenerator(json)) {
            generator.writeStartObject();
            keys.serialize(constant, generator, provider);
            generator.writeNull();
            generator.writeEndObject();
        }
        return PlainJson.parse(json.toByteArray()) instanceof Map<?, ?> object
                ? String.valueOf(object.keySet().iterator().next())
                : constant.toString();
    }

    private static @Nullable Object read(String name, KeyDeserializer reader, DeserializationContext context) {
        try {
            return reader.deserializeKey(name, context);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
