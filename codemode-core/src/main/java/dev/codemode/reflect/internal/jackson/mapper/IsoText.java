package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of {@code java.time} as its ISO 8601 text, with seconds always written, unless {@code @JsonFormat} gives it a
 * pattern, or writes a point in time as its milliseconds. Immutable and thread-safe.
 *
 * @param type the type
 * @param write gives the text of a value
 * @param read gives the value of a text, or throws a {@link DateTimeException}
 */
public record IsoText<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {
    /** Every type that is written as text; a subtype comes before its supertype. */
    private static final List<IsoText<?>> ALL = List.of(
            new IsoText<>(Instant.class, Instant::toString, Instant::parse),
            new IsoText<>(OffsetDateTime.class, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format, OffsetDateTime::parse),
            new IsoText<>(ZonedDateTime.class, DateTimeFormatter.ISO_ZONED_DATE_TIME::format, ZonedDateTime::parse),
            new IsoText<>(LocalDateTime.class, DateTimeFormatter.ISO_LOCAL_DATE_TIME::format, LocalDateTime::parse),
            new IsoText<>(LocalDate.class, LocalDate::toString, LocalDate::parse),
            new IsoText<>(LocalTime.class, DateTimeFormatter.ISO_LOCAL_TIME::format, LocalTime::parse),
            new IsoText<>(OffsetTime.class, DateTimeFormatter.ISO_OFFSET_TIME::format, OffsetTime::parse),
            new IsoText<>(Duration.class, Duration::toString, Duration::parse),
            new IsoText<>(Period.class, Period::toString, Period::parse),
            new IsoText<>(Year.class, Year::toString, Year::parse),
            new IsoText<>(YearMonth.class, YearMonth::toString, YearMonth::parse),
            new IsoText<>(MonthDay.class, MonthDay::toString, MonthDay::parse),
            new IsoText<>(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of),
            new IsoText<>(ZoneId.class, ZoneId::getId, ZoneId::of));

    /** Returns how values of the type are written and read, if it is one of these types. */
    public static Optional<IsoText<?>> of(Class<?> type) {
        return ALL.stream().filter(text -> text.type.isAssignableFrom(type)).findFirst();
    }

    JsonSerializer<?> serializer() {
        return new Writer<>(Form.iso(this));
    }

    JsonDeserializer<?> deserializer() {
        return new Reader<>(Form.iso(this));
    }

    KeyDeserializer keyDeserializer() {
        return new KeyReader(this);
    }

    /** Returns whether a format writes values of the type as a number. */
    private boolean asNumber(JsonFormat.Value format) {
        return format.getShape().isNumeric() && (TimeFormat.pointInTime(type) || type == Year.class);
    }

    private static long number(Object value) {
        return value instanceof Year year
                ? year.getValue()
                : Instant.from((TemporalAccessor) value).toEpochMilli();
    }

    private Object ofNumber(long number) {
        return type == Year.class
                ? Year.of(Math.toIntExact(number))
                : TimeFormat.ofPoint(type, Instant.ofEpochMilli(number).atZone(ZoneOffset.UTC));
    }

    /**
     * How the values of one use of a type are written.
     *
     * @param text the type
     * @param format the pattern, or null for ISO 8601
     * @param number whether they are numbers
     */
    private record Form<T>(IsoText<T> text, @Nullable TimeFormat format, boolean number) {
        static <T> Form<T> iso(IsoText<T> text) {
            return new Form<>(text, null, false);
        }

        /** Returns the form that a format asks for; this one if it asks for none. */
        Form<T> of(JsonFormat.Value said, Locale locale) {
            TimeFormat own = TimeFormat.of(said, text.type, locale);
            boolean asNumber = text.asNumber(said);
            return own == null && !asNumber ? this : new Form<>(text, own, asNumber);
        }
    }

    private static final class Writer<T> extends JsonSerializer<T> implements ContextualSerializer {
        private final Form<T> form;

        Writer(Form<T> form) {
            this.form = form;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property) {
            Form<T> own =
                    form.of(PropertyFormat.of(provider.getConfig(), property, form.text.type), provider.getLocale());
            return own.equals(form) ? this : new Writer<>(own);
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (form.number) {
                generator.writeNumber(number(value));
            } else {
                generator.writeString(form.format == null ? form.text.write.apply(value) : form.format.write(value));
            }
        }

        @Override
        public void serializeWithType(
                T value, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
                throws IOException {
            JsonToken token = form.number ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING;
            WritableTypeId id = types.writeTypePrefix(generator, types.typeId(value, token));
            serialize(value, generator, provider);
            types.writeTypeSuffix(generator, id);
        }

        @Override
        public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType type)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            if (form.number) {
                visitor.expectIntegerFormat(type);
            } else {
                visitor.expectStringFormat(type);
            }
        }
    }

    private static final class Reader<T> extends JsonDeserializer<T> implements ContextualDeserializer {
        private final Form<T> form;

        Reader(Form<T> form) {
            this.form = form;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            Form<T> own =
                    form.of(PropertyFormat.of(context.getConfig(), property, form.text.type), context.getLocale());
            return own.equals(form) ? this : new Reader<>(own);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (form.number && parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return ofNumber(parser, context);
            }
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(form.text.type, parser);
            }
            String value = parser.getText();
            try {
                return form.format == null ? form.text.read.apply(value) : (T) form.format.read(form.text.type, value);
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(
                        form.text.type,
                        value,
                        form.format == null ? "not in ISO 8601 form" : "not in the form of its pattern");
            }
        }

        @SuppressWarnings("unchecked")
        private T ofNumber(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return (T) form.text.ofNumber(parser.getLongValue());
            } catch (DateTimeException | ArithmeticException e) {
                return (T) context.handleWeirdNumberValue(form.text.type, parser.getNumberValue(), "out of range");
            }
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.DateTime;
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final IsoText<?> text;

        KeyReader(IsoText<?> text) {
            this.text = text;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return text.read.apply(key);
            } catch (DateTimeException e) {
                return context.handleWeirdKey(text.type, key, "not in ISO 8601 form");
            }
        }
    }
}
