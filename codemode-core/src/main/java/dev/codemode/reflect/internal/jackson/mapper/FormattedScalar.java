package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and booleans in the form in which a format writes them: as text, or 1 for true. Without such a format
 * the mapper's own deserialisers apply, which accept neither.
 */
public final class FormattedScalar extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;
    private static final int MAX_DIGITS = 1_000;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    private static final Set<Class<?>> DECIMALS =
            Set.of(float.class, Float.class, double.class, Double.class, BigDecimal.class);
    private static final Set<Class<?>> INTEGERS = Set.of(
            byte.class,
            Byte.class,
            short.class,
            Short.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            BigInteger.class);

    private final Class<?> type;

    private FormattedScalar(Class<?> type, JsonDeserializer<?> usual) {
        super(usual);
        this.type = type;
    }

    /** Returns whether this reads values of the type. */
    public static boolean reads(Class<?> type) {
        return INTEGERS.contains(type) || DECIMALS.contains(type) || isTruth(type);
    }

    /** Returns the deserialiser of a type that this reads; without a format it becomes the usual one. */
    static @Nullable JsonDeserializer<?> of(Class<?> type) {
        JsonDeserializer<?> usual = reads(type) ? NumberDeserializers.find(type, type.getName()) : null;
        return usual == null ? null : new FormattedScalar(type, usual);
    }

    private static boolean isTruth(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JsonFormat.Shape shape =
                PropertyFormat.of(context.getConfig(), property, type).getShape();
        boolean text = shape == JsonFormat.Shape.STRING || writtenByToString(context, property);
        return text || (isTruth(type) && shape.isNumeric()) ? this : _delegatee;
    }

    /** The other way to write a number as text: {@code @JsonSerialize(using = ToStringSerializer.class)}. */
    private static boolean writtenByToString(DeserializationContext context, @Nullable BeanProperty property) {
        AnnotatedMember member = property == null ? null : property.getMember();
        AnnotationIntrospector introspector = context.getAnnotationIntrospector();
        return member != null
                && (introspector.findSerializer(member) == ToStringSerializer.class
                        || introspector.findContentSerializer(member) == ToStringSerializer.class);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> usual) {
        return new FormattedScalar(type, usual);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return ofText(parser, context);
        }
        if (isTruth(type) && parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return switch (parser.getText()) {
                case "0" -> false;
                case "1" -> true;
                default -> context.handleWeirdNumberValue(type, parser.getNumberValue(), "neither 0 nor 1");
            };
        }
        return _delegatee.deserialize(parser, context);
    }

    private Object ofText(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText();
        if (isTruth(type) && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        Pattern form = INTEGERS.contains(type) ? INTEGER : DECIMAL;
        if (isTruth(type) || text.length() > MAX_DIGITS || !form.matcher(text).matches()) {
            return context.handleWeirdStringValue(type, text, "not a value of the type");
        }
        try (TokenBuffer number = new TokenBuffer(parser, context)) {
            if (INTEGERS.contains(type)) {
                number.writeNumber(new BigInteger(text));
            } else {
                number.writeNumber(new BigDecimal(text));
            }
            try (JsonParser digits = number.asParserOnFirstToken()) {
                return _delegatee.deserialize(digits, context);
            }
        }
    }
}
