package dev.codemode.reflect.internal;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.UnresolvedForwardReference;
import com.fasterxml.jackson.databind.deser.UnresolvedId;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.codemode.catalog.Schema;
import dev.codemode.internal.JsonPath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    static BindingException of(JsonMappingException e, @Nullable Object plain) {
        StringBuilder path = new StringBuilder("$");
        Object value = plain;
        boolean missing = false;
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName();
            path.append(name == null ? "[" + step.getIndex() + "]" : JsonPath.property(name));
            missing = name != null && value instanceof Map<?, ?> map && !map.containsKey(name);
            value = step(value, name, step.getIndex());
        }
        return new BindingException(path.toString(), missing ? "is missing" : problem(e, value), e);
    }

    private static @Nullable Object step(@Nullable Object value, @Nullable String name, int index) {
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        }
        return value instanceof List<?> list && index >= 0 && index < list.size() ? list.get(index) : null;
    }

    private static String problem(JsonMappingException e, @Nullable Object value) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a known property";
        }
        if (e instanceof ValueInstantiationException) {
            return "was refused";
        }
        if (e instanceof UnresolvedForwardReference unresolved) {
            return unresolved(unresolved);
        }
        Class<?> type = e instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        if (e.getCause() instanceof InputCoercionException coercion) {
            type = coercion.getTargetType();
        }
        String shown = value instanceof Map || value instanceof List ? "" : ", but was " + shown(value);
        return (type == null ? "does not have the expected form" : words(type)) + shown;
    }

    private static String unresolved(UnresolvedForwardReference e) {
        List<String> ids = new ArrayList<>();
        List<UnresolvedId> unresolved = e.getUnresolvedIds();
        if (unresolved == null) {
            ids.add(shown(e.getUnresolvedId()));
        } else {
            unresolved.forEach(id -> ids.add(shown(id.getId())));
        }
        return "has the id " + String.join(", ", ids.stream().distinct().toList())
                + " without the object that it stands for: give that object in full once";
    }

    private static String words(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "\"" + constant + "\"")
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (RANGES.containsKey(type)) {
            return "must be " + RANGES.get(type);
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "must be a number";
        }
        return Scalars.text(type) instanceof Schema.StringSchema text && text.format() != null
                ? "must be a valid " + text.format()
                : "does not have the expected form";
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
