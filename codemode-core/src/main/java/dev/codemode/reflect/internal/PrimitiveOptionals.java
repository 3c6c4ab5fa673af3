package dev.codemode.reflect.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Optionals of primitives as a number or null. */
final class PrimitiveOptionals {
    private PrimitiveOptionals() {}

    static boolean isOptional(Class<?> type) {
        return type == OptionalInt.class || type == OptionalLong.class || type == OptionalDouble.class;
    }

    /** Returns the optional that holds the number, or the empty one for null. */
    static Object of(Class<?> type, @Nullable Number value) {
        if (type == OptionalInt.class) {
            return value == null ? OptionalInt.empty() : OptionalInt.of(value.intValue());
        }
        if (type == OptionalLong.class) {
            return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
        }
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    /** Returns the number in the optional, or null. */
    static @Nullable Object content(Object optional) {
        if (optional instanceof OptionalInt value) {
            return value.isPresent() ? value.getAsInt() : null;
        }
        if (optional instanceof OptionalLong value) {
            return value.isPresent() ? value.getAsLong() : null;
        }
        return optional instanceof OptionalDouble value && value.isPresent() ? value.getAsDouble() : null;
    }

    /** Returns the type of the number in the optional. */
    static Class<?> contentType(Class<?> optional) {
        if (optional == OptionalInt.class) {
            return Integer.class;
        }
        return optional == OptionalLong.class ? Long.class : Double.class;
    }

    /** Writes the number, in the format of the property, or null. */
    static final class Writer extends JsonSerializer<Object> implements ContextualSerializer {
        private final Class<?> type;
        private final @Nullable JsonSerializer<Object> number;

        Writer(Class<?> type) {
            this(type, null);
        }

        private Writer(Class<?> type, @Nullable JsonSerializer<Object> number) {
            this.type = type;
            this.number = number;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property)
                throws JsonMappingException {
            return new Writer(type, provider.findValueSerializer(contentType(type), property));
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            Object content = content(value);
            if (content == null) {
                generator.writeNull();
            } else if (number == null) {
                provider.findValueSerializer(contentType(type)).serialize(content, generator, provider);
            } else {
                number.serialize(content, generator, provider);
            }
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Object value) {
            return content(value) == null;
        }

        @Override
        public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType ignored)
                throws JsonMappingException {
            JavaType content = visitor.getProvider().constructType(contentType(type));
            JsonSerializer<Object> writer =
                    number == null ? visitor.getProvider().findValueSerializer(content) : number;
            writer.acceptJsonFormatVisitor(visitor, content);
        }
    }

    /** Reads a number in the format of the property; null and absent are both empty. */
    static final class Reader extends JsonDeserializer<Object> implements ContextualDeserializer {
        private final Class<?> type;
        private final @Nullable JsonDeserializer<?> number;

        Reader(Class<?> type) {
            this(type, null);
        }

        private Reader(Class<?> type, @Nullable JsonDeserializer<?> number) {
            this.type = type;
            this.number = number;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
                throws JsonMappingException {
            return new Reader(
                    type, context.findContextualValueDeserializer(context.constructType(contentType(type)), property));
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object value =
                    number == null ? context.readValue(parser, contentType(type)) : number.deserialize(parser, context);
            return of(type, (Number) value);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return of(type, null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return of(type, null);
        }

        @Override
        public LogicalType logicalType() {
            return type == OptionalDouble.class ? LogicalType.Float : LogicalType.Integer;
        }
    }
}
