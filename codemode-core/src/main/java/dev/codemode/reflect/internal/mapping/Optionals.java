package dev.codemode.reflect.internal.mapping;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Values in and out of the JDK's optionals, including those of primitives. */
public final class Optionals {
    private Optionals() {}

    /** Returns whether the type is an optional of a primitive. */
    public static boolean ofPrimitive(Class<?> type) {
        return type == OptionalInt.class || type == OptionalLong.class || type == OptionalDouble.class;
    }

    /** Returns the type of the number in an optional of a primitive. */
    public static Class<?> numberType(Class<?> optional) {
        if (optional == OptionalInt.class) {
            return Integer.class;
        }
        return optional == OptionalLong.class ? Long.class : Double.class;
    }

    /** Returns the optional of the class around a value, or the empty one for null. */
    public static Object wrap(Class<?> optional, @Nullable Object content) {
        return optional == Optional.class ? Optional.ofNullable(content) : wrapNumber(optional, (Number) content);
    }

    private static Object wrapNumber(Class<?> optional, @Nullable Number value) {
        if (optional == OptionalInt.class) {
            return value == null ? OptionalInt.empty() : OptionalInt.of(value.intValue());
        }
        if (optional == OptionalLong.class) {
            return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
        }
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    /** Returns what an optional of any kind holds, or null; any other value itself. */
    public static @Nullable Object unwrap(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return value;
    }
}
