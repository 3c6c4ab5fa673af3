package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.codemode.catalog.Schema;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The form in which the mapper writes the scalars that it reads, so that a script can pass back what it received.
 * Confined to one thread at a time.
 */
final class WrittenScalars {
    private final SerializerProvider provider;
    private final OutputSchemas outputs;

    WrittenScalars(SerializerProvider provider, OutputSchemas outputs) {
        this.provider = provider;
        this.outputs = outputs;
    }

    /** Returns the schema of what is written at the property, or null if the serialiser does not report it. */
    @Nullable Schema schema(JavaType type, @Nullable BeanProperty property) throws IOException {
        return outputs.scalar(type, property, MapperAccess.serializer(provider, type, property));
    }

    /** Returns the schema of the constants of an enum as they are written at the property. */
    Schema constants(JavaType type, @Nullable BeanProperty property) throws IOException {
        return EnumValues.written(type.getRawClass(), MapperAccess.serializer(provider, type, property), provider);
    }

    /** Returns the schema of a map whose keys are constants of an enum. */
    Schema keyed(JavaType map, Schema values, @Nullable BeanProperty property, DeserializationContext context)
            throws IOException {
        return EnumKeys.read(map, values, property, provider, context);
    }

    /**
     * Returns whether the deserialiser of the property accepts what is written there; true if no sample value is known.
     */
    boolean readBack(
            JavaType type,
            @Nullable BeanProperty property,
            JsonDeserializer<?> deserializer,
            DeserializationContext context)
            throws IOException {
        Object sample = Samples.of(type, context);
        if (sample == null) {
            return true;
        }
        JsonSerializer<?> serializer = MapperAccess.serializer(provider, type, property);
        return Samples.read(Samples.write(sample, serializer, provider), deserializer, context) != null;
    }
}
