package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sample values that are written and read to see whether a serialiser and a deserialiser fit together. */
final class Samples {
    /** Values that the usual deserialiser of some scalar reads. */
    private static final List<Object> SCALARS = List.of(
            1L,
            true,
            "2001-02-03T04:05:06Z",
            "2001-02-03T04:05:06",
            "2001-02-03",
            "04:05:06",
            "04:05:06Z",
            "2001-02",
            "2001",
            "--02-03",
            "PT1M");

    private Samples() {}

    /** Returns the plain value that a serialiser writes. */
    @SuppressWarnings("unchecked")
    static @Nullable Object write(Object value, JsonSerializer<?> serializer, SerializerProvider provider)
            throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = PlainJson.FACTORY.createGenerator(json)) {
            ((JsonSerializer<Object>) serializer).serialize(value, generator, provider);
        }
        return PlainJson.parse(json.toByteArray());
    }

    /** Returns what a deserialiser makes of a plain value, or null if it refuses it. */
    static @Nullable Object read(
            @Nullable Object plain, JsonDeserializer<?> deserializer, DeserializationContext context) {
        try (JsonParser parser = PlainJson.parser(plain)) {
            parser.nextToken();
            return deserializer.deserialize(parser, context);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Returns a value of a scalar type, or null if none is known. */
    static @Nullable Object of(JavaType type, DeserializationContext context) throws IOException {
        JsonDeserializer<?> usual = context.findContextualValueDeserializer(type, null);
        for (Object plain : SCALARS) {
            Object value = read(plain, usual, context);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
