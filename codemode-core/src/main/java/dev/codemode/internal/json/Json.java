package dev.codemode.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import dev.codemode.internal.words.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text (RFC 8259) from and to plain values: null, {@link Boolean}, {@link String}, numbers, {@link List}, {@link Map}.
 * Invariant, held by {@code JsonTest}: no number changes its value on the way, and nothing nests deeper than
 * {@value #MAX_DEPTH}. Immutable and thread-safe.
 */
public final class Json {
    /** The maximum nesting of arrays and objects in either direction. */
    public static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(400)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH + 1)
                    .build())
            .build();

    private static final double MAX_SAFE_INTEGER = 9_007_199_254_740_991d;

    private Json() {}

    /**
     * Returns the value of the text. Whole numbers become {@link Long}, or {@link java.math.BigInteger} if that is too
     * small; others {@link Double}.
     *
     * @throws NotJsonException if the text is not one JSON value, repeats a key, or nests too deeply
     */
    public static @Nullable Object read(String text) {
        return read(text, Integer.MAX_VALUE);
    }

    /**
     * Returns the value of the text, like {@link #read(String)}.
     *
     * @throws NotJsonException also if the value contains more than {@code maxValues} values
     */
    public static @Nullable Object read(String text, int maxValues) {
        try (JsonParser parser = new CountedParser(FACTORY.createParser(text), maxValues)) {
            if (parser.nextToken() == null) {
                throw new NotJsonException("The text is empty.");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new NotJsonException("The text continues after its value.");
            }
            return value;
        } catch (IOException e) {
            throw new NotJsonException("The text is not valid JSON, or nests deeper than " + MAX_DEPTH + " levels.");
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberValue() instanceof Integer number ? Long.valueOf(number) : parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** A parser that gives up after a number of values. */
    private static final class CountedParser extends JsonParserDelegate {
        private final int maxValues;
        private int values;

        CountedParser(JsonParser parser, int maxValues) {
            super(parser);
            this.maxValues = maxValues;
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token != null && (token.isScalarValue() || token.isStructStart()) && values++ == maxValues) {
                throw new NotJsonException("The text holds more than " + maxValues + " values.");
            }
            return token;
        }
    }

    private static Number decimal(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= MAX_SAFE_INTEGER;
        return whole ? (Number) (long) value : (Number) value;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
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

    /**
     * Returns the value's JSON text.
     *
     * @throws JsonTooLargeException as soon as the text exceeds {@code maxBytes} of UTF-8
     * @throws NotJsonException if part of the value has no JSON form, or is a number that a JavaScript number cannot
     *     hold; the message names the path
     */
    public static String write(@Nullable Object value, int maxBytes) throws JsonTooLargeException {
        BoundedText text = new BoundedText(maxBytes);
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            new JsonValueWriter(generator).write(value);
        } catch (JsonTooLargeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Returns the JSON text of a value that is known to be small and plain. */
    public static String write(@Nullable Object value) {
        if (value instanceof Long number && Math.abs(number) <= MAX_SAFE_INTEGER) {
            return number.toString();
        }
        try {
            return write(value, Integer.MAX_VALUE);
        } catch (JsonTooLargeException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the JSON text of a small plain value, which reads as the same value and is entirely visible. */
    public static String visible(@Nullable Object value) {
        return Visible.escaped(write(value));
    }
}
