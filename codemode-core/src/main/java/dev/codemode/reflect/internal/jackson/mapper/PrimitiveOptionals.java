package dev.codemode.reflect.internal.jackson.mapper;

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
import dev.codemode.reflect.internal.mapping.Optionals;
import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Optionals of primitives as a number or null. */
final class PrimitiveOptionals {
    private PrimitiveOptionals() {}

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
            return new Writer(type, provider.findValueSerializer(Optionals.numberType(type), property));
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            Object content = Optionals.unwrap(value);
            if (content == null) {
                generator.writeNull();
            } else if (number == null) {
                provider.findValueSerializer(Optionals.numberType(type)).serialize(content, generator, provider);
            } else {
                number.serialize(content, generator, provider);
            }
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Object value) {
            return Optionals.unwrap(value) == null;
        }

        @Override
        public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType ignored)
                throws JsonMappingException {
            JavaType content = visitor.getProvider().constructType(Optionals.numberType(type));
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
                    type,
                    context.findContextualValueDeserializer(
                            context.constructType(Optionals.numberType(type)), property));
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object value = number == null
                    ? context.readValue(parser, Optionals.numberType(type))
                    : number.deserialize(parser, context);
            return Optionals.wrap(type, value);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return Optionals.wrap(type, null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Optionals.wrap(type, null);
        }

        @Override
        public LogicalType logicalType() {
            return type == OptionalDouble.class ? LogicalType.Float : LogicalType.Integer;
        }
    }
}
