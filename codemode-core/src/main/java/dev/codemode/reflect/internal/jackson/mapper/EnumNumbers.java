package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.EnumDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the constants of an enum by their ordinal if a format writes them so; otherwise numbers are refused. */
final class EnumNumbers extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private final Class<?> type;
    private final JsonFormat.Value ownFormat;

    private EnumNumbers(Class<?> type, JsonFormat.Value ownFormat, JsonDeserializer<?> names) {
        super(names);
        this.type = type;
        this.ownFormat = ownFormat;
    }

    /** Puts this before the deserialisers of enums. */
    static BeanDeserializerModifier modifier() {
        return new Modifier();
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonDeserializer<?> names =
                context.handleSecondaryContextualization(_delegatee, property, context.constructType(type));
        JsonFormat.Value format = ownFormat.withOverrides(PropertyFormat.of(context.getConfig(), property, type));
        if (!format.getShape().isNumeric()) {
            return names;
        }
        return names == _delegatee ? this : new EnumNumbers(type, ownFormat, names);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> names) {
        return new EnumNumbers(type, ownFormat, names);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return _delegatee.deserialize(parser, context);
        }
        Object[] constants = type.getEnumConstants();
        long place = parser.getLongValue();
        return place >= 0 && place < constants.length
                ? constants[(int) place]
                : context.handleWeirdNumberValue(type, place, "no constant has this ordinal");
    }

    private static final class Modifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
            JsonFormat.Value format = config.getAnnotationIntrospector().findFormat((Annotated) bean.getClassInfo());
            return deserializer instanceof EnumDeserializer
                    ? new EnumNumbers(
                            type.getRawClass(), format == null ? JsonFormat.Value.empty() : format, deserializer)
                    : deserializer;
        }
    }
}
