package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes a value whose declared type says nothing, such as {@code Object}, by its run-time class. */
final class AnyValueSerializer extends JsonSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (value.getClass() == Object.class) {
            generator.writeStartObject();
            generator.writeEndObject();
        } else {
            provider.findTypedValueSerializer(value.getClass(), true, null).serialize(value, generator, provider);
        }
    }
}
