package dev.codemode.typescript.internal.strip;

import com.dylibso.chicory.runtime.Instance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JavaScript values that the module refers to by number (strings, numbers, booleans, maps and lists), and what it
 * may do with them. It may do nothing else: any other import fails. Confined to one thread.
 */
final class SwcValues {
    private static final Object UNDEFINED = new Object();
    private static final int FIRST_FREE = 132;
    private static final Pattern HASH = Pattern.compile("_[0-9a-f]{16}$");

    /**
     * The constructor of an array is distinguished from that of an object by the hash that the binding generator gave
     * it.
     */
    private static final String NEW_ARRAY = "__wbg_new_78feb108b6472713";

    private static final String NEW_OBJECT = "__wbg_new_405e22f390576ce2";

    private final List<@Nullable Object> values = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    SwcValues() {
        for (int i = 0; i < FIRST_FREE - 3; i++) {
            values.add(UNDEFINED);
        }
        values.addAll(Arrays.asList(null, true, false));
    }

    /** A function that the module imports. */
    interface Imported {
        long @Nullable [] apply(Instance instance, long... arguments);
    }

    int add(@Nullable Object value) {
        Integer index = free.poll();
        if (index != null) {
            values.set(index, value);
            return index;
        }
        values.add(value);
        return values.size() - 1;
    }

    @Nullable Object take(long index) {
        Object value = get(index);
        if (index >= FIRST_FREE) {
            values.set((int) index, null);
            free.push((int) index);
        }
        return value;
    }

    private @Nullable Object get(long index) {
        return values.get((int) index);
    }

    /** Returns the module's value for an import. */
    Imported function(String name) {
        String plain = HASH.matcher(name).replaceFirst("").replaceFirst("^(__wbg_|__wbindgen_)", "");
        return switch (plain) {
            case "is_undefined" -> (instance, a) -> is(get(a[0]) == UNDEFINED);
            case "is_falsy" -> (instance, a) -> is(isFalsy(get(a[0])));
            case "is_string" -> (instance, a) -> is(get(a[0]) instanceof String);
            case "is_object" -> (instance, a) -> is(get(a[0]) instanceof Map || get(a[0]) instanceof List);
            case "isArray" -> (instance, a) -> is(get(a[0]) instanceof List);
            case "is_function", "is_bigint", "instanceof_Map", "instanceof_ArrayBuffer", "instanceof_Uint8Array" ->
                (instance, a) -> is(false);
            case "boolean_get" -> (instance, a) -> one(get(a[0]) instanceof Boolean value ? (value ? 1 : 0) : 2);
            case "string_get" -> this::stringGet;
            case "debug_string" ->
                (instance, a) -> {
                    BytecodeSwc.pass(instance, String.valueOf(get(a[1])), (int) a[0]);
                    return null;
                };
            case "number_get", "bigint_get_as_i64" ->
                (instance, a) -> {
                    instance.memory().writeI32((int) a[0], 0);
                    return null;
                };
            case "string_new" -> (instance, a) -> one(add(text(instance, a)));
            case "error_new" -> (instance, a) -> one(add("Error: " + text(instance, a)));
            case "number_new" -> (instance, a) -> one(add(Double.longBitsToDouble(a[0])));
            case "bigint_from_u64", "bigint_from_i64" -> (instance, a) -> one(add(a[0]));
            case "object_clone_ref" -> (instance, a) -> one(add(get(a[0])));
            case "object_drop_ref" ->
                (instance, a) -> {
                    take(a[0]);
                    return null;
                };
            case "new" -> constructor(name);
            case "set" -> this::set;
            case "getwithrefkey" -> (instance, a) -> one(add(member(get(a[0]), get(a[1]))));
            case "in" -> (instance, a) -> is(member(get(a[1]), get(a[0])) != UNDEFINED);
            case "jsval_eq" -> (instance, a) -> is(Objects.equals(get(a[0]), get(a[1])));
            case "jsval_loose_eq" -> (instance, a) -> is(looselyEqual(get(a[0]), get(a[1])));
            case "throw" ->
                (instance, a) -> {
                    throw new IllegalStateException(text(instance, a));
                };
            default ->
                plain.startsWith("static_accessor_")
                        ? (instance, a) -> one(0)
                        : (instance, a) -> {
                            throw new IllegalStateException("The module may not use " + name + ".");
                        };
        };
    }

    private Imported constructor(String name) {
        return switch (name) {
            case NEW_ARRAY -> (instance, a) -> one(add(new ArrayList<>()));
            case NEW_OBJECT -> (instance, a) -> one(add(new LinkedHashMap<>()));
            default ->
                (instance, a) -> {
                    throw new IllegalStateException("The module may not use " + name + ".");
                };
        };
    }

    private long @Nullable [] stringGet(Instance instance, long... a) {
        if (get(a[1]) instanceof String text) {
            BytecodeSwc.pass(instance, text, (int) a[0]);
        } else {
            instance.memory().writeI32((int) a[0], 0);
            instance.memory().writeI32((int) a[0] + 4, 0);
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private long @Nullable [] set(Instance instance, long... a) {
        Object target = get(a[0]);
        if (target instanceof Map) {
            ((Map<@Nullable Object, @Nullable Object>) target).put(take(a[1]), take(a[2]));
        } else if (target instanceof List) {
            ((List<@Nullable Object>) target).add(take(a[2]));
        }
        return null;
    }

    private static @Nullable Object member(@Nullable Object object, @Nullable Object key) {
        return object instanceof Map<?, ?> map && map.containsKey(key) ? map.get(key) : UNDEFINED;
    }

    private static boolean isFalsy(@Nullable Object value) {
        return isNone(value) || Boolean.FALSE.equals(value) || "".equals(value);
    }

    private static boolean isNone(@Nullable Object value) {
        return value == null || value == UNDEFINED;
    }

    private static boolean looselyEqual(@Nullable Object a, @Nullable Object b) {
        return isNone(a) ? isNone(b) : Objects.equals(a, b);
    }

    private static String text(Instance instance, long... a) {
        return instance.memory().readString((int) a[0], (int) a[1]);
    }

    private static long[] is(boolean value) {
        return one(value ? 1 : 0);
    }

    private static long[] one(long value) {
        return new long[] {value};
    }
}
