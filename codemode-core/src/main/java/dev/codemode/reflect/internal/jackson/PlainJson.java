package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain JSON values: null, booleans, strings, numbers, and lists and maps of them. Thread-safe. */
final class PlainJson {
    static final JsonFactory FACTORY = new JsonFactory();

    private PlainJson() {}

    /** Returns the value of a JSON text. Integers are {@link Long} or {@link BigInteger}; no digit is lost. */
    static @Nullable Object parse(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("More than one JSON value.");
            }
            return value;
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("No JSON value.");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("Not a JSON value: " + token);
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static Number integer(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Number) parser.getLongValue();
    }

    private static Number decimal(String text) {
        double value = Double.parseDouble(text);
        BigDecimal exact = new BigDecimal(text);
        boolean same = Double.isFinite(value) && new BigDecimal(Double.toString(value)).compareTo(exact) == 0;
        return same ? (Number) value : exact;
    }

    /** Returns a parser over a plain value, before its first token. */
    static JsonParser parser(@Nullable Object value) throws IOException {
        TokenBuffer buffer = new TokenBuffer(null, false);
        write(value, buffer);
        return buffer.asParser();
    }

    private static void write(@Nullable Object value, TokenBuffer buffer) throws IOException {
        if (value == null) {
            buffer.writeNull();
        } else if (value instanceof String text) {
            buffer.writeString(text);
        } else if (value instanceof Boolean truth) {
            buffer.writeBoolean(truth);
        } else if (value instanceof Number number) {
            writeNumber(number, buffer);
        } else if (value instanceof Map<?, ?> map) {
            buffer.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                buffer.writeFieldName((String) entry.getKey());
                write(entry.getValue(), buffer);
            }
            buffer.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            buffer.writeStartArray();
            for (Object item : items) {
                write(item, buffer);
            }
            buffer.writeEndArray();
        } else {
            throw new IllegalArgumentException("Not a plain JSON value: " + value.getClass());
        }
    }

    private static void writeNumber(Number number, TokenBuffer buffer) throws IOException {
        if (number instanceof BigDecimal decimal) {
            buffer.writeNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            buffer.writeNumber(integer);
        } else if (number instanceof Double || number instanceof Float) {
            buffer.writeNumber(number.doubleValue());
        } else {
            buffer.writeNumber(number.longValue());
        }
    }
}
