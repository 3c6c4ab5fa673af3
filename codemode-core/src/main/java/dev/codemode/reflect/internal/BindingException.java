package dev.codemode.reflect.internal;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.codemode.catalog.Schema;
import dev.codemode.internal.JsonPath;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the mapper refuses a value. Its texts are for scripts: they name the path and what was expected, never a
 * class. Immutable and thread-safe.
 */
public final class BindingException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final Map<Class<?>, String> RANGES = Map.of(
            byte.class, "an integer from -128 to 127",
            Byte.class, "an integer from -128 to 127",
            short.class, "an integer from -32768 to 32767",
            Short.class, "an integer from -32768 to 32767",
            int.class, "an integer from -2147483648 to 2147483647",
            Integer.class, "an integer from -2147483648 to 2147483647",
            long.class, "an integer",
            Long.class, "an integer",
            BigInteger.class, "an integer",
            Boolean.class, "true or false");

    private final String path;
    private final String problem;

    BindingException(String path, String problem, @Nullable Throwable cause) {
        super(problem + " (at " + path + ")", cause);
        this.path = path;
        this.problem = problem;
    }

    static BindingException of(JsonMappingException e) {
        StringBuilder path = new StringBuilder("$");
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append(
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : JsonPath.property(step.getFieldName()));
        }
        return new BindingException(path.toString(), problem(e), e);
    }

    private static String problem(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a known property";
        }
        if (e instanceof ValueInstantiationException) {
            return "was refused";
        }
        if (e instanceof InvalidFormatException invalid) {
            return "must be " + words(invalid.getTargetType()) + ", but was " + shown(invalid.getValue());
        }
        return e instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null
                ? "must be " + words(mismatched.getTargetType())
                : "does not have the expected form";
    }

    private static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "of another form";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "\"" + constant + "\"")
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (RANGES.containsKey(type)) {
            return RANGES.getOrDefault(type, "");
        }
        if (TemporalAccessor.class.isAssignableFrom(type) || TemporalAmount.class.isAssignableFrom(type)) {
            return "a valid " + (Scalars.text(type) instanceof Schema.StringSchema text ? text.format() : "date");
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "a number";
        }
        return Scalars.text(type) instanceof Schema.StringSchema text && text.format() != null
                ? "a valid " + text.format()
                : "of the expected form";
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        String clipped = text.length() > 100 ? text.substring(0, 100) + "..." : text;
        return value instanceof String ? "\"" + clipped + "\"" : clipped;
    }

    /** Returns where in the value the problem is, from {@code $} for the value itself. */
    public String path() {
        return path;
    }

    /** Returns the problem in words that follow the name of the value. */
    public String problem() {
        return problem;
    }
}
