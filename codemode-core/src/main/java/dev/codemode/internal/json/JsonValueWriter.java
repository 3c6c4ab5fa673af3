package dev.codemode.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain values, and refuses values that would not arrive unchanged. Confined to one thread at a time. */
final class JsonValueWriter {
    private static final long MAX_SAFE_LONG = 9_007_199_254_740_991L;
    private static final BigInteger MAX_SAFE_INTEGER = BigInteger.valueOf(MAX_SAFE_LONG);

    private final JsonGenerator generator;
    /** The names and indexes that lead to the value being written, of the levels that have been entered. */
    private final Object[] steps = new Object[Json.MAX_DEPTH];

    private int depth;

    JsonValueWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(@Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String string) {
            generator.writeString(string);
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map);
        } else if (value instanceof Collection<?> collection) {
            writeArray(collection);
        } else {
            throw new NotJsonException("The value at " + path() + " has no JSON form.");
        }
    }

    private void writeObject(Map<?, ?> map) throws IOException {
        enter();
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                depth--;
                throw new NotJsonException("A key at " + path() + " is not a string.");
            }
            steps[depth - 1] = name;
            generator.writeFieldName(name);
            write(entry.getValue());
        }
        generator.writeEndObject();
        depth--;
    }

    private void writeArray(Collection<?> collection) throws IOException {
        enter();
        generator.writeStartArray();
        int index = 0;
        for (Object item : collection) {
            steps[depth - 1] = index++;
            write(item);
        }
        generator.writeEndArray();
        depth--;
    }

    /** Returns where the value is that cannot be written. */
    private String path() {
        StringBuilder path = new StringBuilder("$");
        for (Object step : Arrays.asList(steps).subList(0, depth)) {
            path.append(step instanceof String name ? JsonPath.property(name) : "[" + step + "]");
        }
        return path.toString();
    }

    private void enter() {
        if (++depth > Json.MAX_DEPTH) {
            throw new NotJsonException("The value nests deeper than " + Json.MAX_DEPTH + " levels.");
        }
    }

    private void writeNumber(Number number) throws IOException {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            writeInteger(number.longValue());
        } else if (number instanceof BigInteger integer) {
            writeInteger(integer);
        } else if (number instanceof BigDecimal decimal) {
            writeDecimal(decimal);
        } else if (!Double.isFinite(number.doubleValue())) {
            throw new NotJsonException("The number at " + path() + " is " + number + ", which JSON cannot carry.");
        } else if (number instanceof Float) {
            generator.writeNumber(number.floatValue());
        } else {
            generator.writeNumber(number.doubleValue());
        }
    }

    private void writeInteger(long integer) throws IOException {
        if (Math.abs(integer) > MAX_SAFE_LONG || integer == Long.MIN_VALUE) {
            writeInteger(BigInteger.valueOf(integer));
        } else {
            generator.writeNumber(integer);
        }
    }

    private void writeInteger(BigInteger integer) throws IOException {
        if (integer.abs().compareTo(MAX_SAFE_INTEGER) > 0) {
            throw new NotJsonException("The integer " + integer + " at " + path()
                    + " lies outside ±(2^53−1), so a script would see a different number. Declare it as a string.");
        }
        generator.writeNumber(integer.longValue());
    }

    private void writeDecimal(BigDecimal decimal) throws IOException {
        double nearest = decimal.doubleValue();
        if (!Double.isFinite(nearest) || new BigDecimal(Double.toString(nearest)).compareTo(decimal) != 0) {
            throw new NotJsonException("The number at " + path()
                    + " has more digits than a script's numbers hold. Declare it as a string.");
        }
        generator.writeNumber(decimal);
    }
}
