package dev.codemode.reflect.internal.mapping;

import dev.codemode.catalog.Schema;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a refused value should have been, in words for scripts. */
public final class Expected {
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

    private Expected() {}

    /** Returns what must hold of a value of the type, in words that follow its name. */
    public static String words(Class<?> type) {
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

    /** Returns a value as a message shows it, clipped if it is long. */
    public static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        String clipped = text.length() > 100 ? text.substring(0, 100) + "..." : text;
        return value instanceof String ? "\"" + clipped + "\"" : clipped;
    }
}
