package dev.codemode.reflect.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of {@code java.time} as its ISO 8601 text, with seconds always written. Immutable and thread-safe.
 *
 * @param type the type
 * @param write gives the text of a value
 * @param read gives the value of a text, or throws a {@link DateTimeException}
 */
record IsoText<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {
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

    static Optional<IsoText<?>> of(Class<?> type) {
        return ALL.stream().filter(text -> text.type.isAssignableFrom(type)).findFirst();
    }

    JsonSerializer<?> serializer() {
        return new Writer<>(this);
    }

    JsonDeserializer<?> deserializer() {
        return new Reader<>(this);
    }

    KeyDeserializer keyDeserializer() {
        return new KeyReader(this);
    }

    private static final class Writer<T> extends JsonSerializer<T> {
        private final IsoText<T> text;

        Writer(IsoText<T> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(text.write.apply(value));
        }

        @Override
        public void serializeWithType(
                T value, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
                throws IOException {
            WritableTypeId id = types.writeTypePrefix(generator, types.typeId(value, JsonToken.VALUE_STRING));
            serialize(value, generator, provider);
            types.writeTypeSuffix(generator, id);
        }

        @Override
        public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType type)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            visitor.expectStringFormat(type);
        }
    }

    private static final class Reader<T> extends JsonDeserializer<T> {
        private final IsoText<T> text;

        Reader(IsoText<T> text) {
            this.text = text;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(text.type, parser);
            }
            String value = parser.getText();
            try {
                return text.read.apply(value);
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(text.type, value, "not in ISO 8601 form");
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
