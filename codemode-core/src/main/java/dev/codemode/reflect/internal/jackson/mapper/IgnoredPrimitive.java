package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.lang.reflect.Array;

/** Gives an ignored primitive parameter of a constructor the default value that a Java field has. */
final class IgnoredPrimitive extends JsonDeserializer<Object> {
    private final Object initial;

    IgnoredPrimitive(Class<?> type) {
        initial = Array.get(Array.newInstance(type, 1), 0);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        parser.skipChildren();
        return initial;
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return initial;
    }
}
