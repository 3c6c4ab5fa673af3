package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.JavaType;
import dev.codemode.catalog.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Names of a service's types: the simple name ({@code Order}), with type arguments {@code PageOfOrder}; two classes
 * with the same name are told apart by their enclosing classes ({@code OrderLine}), then by their packages, then by a
 * number.
 */
final class TypeNames {
    private TypeNames() {}

    /** Returns a name for each key; keys come in the order of first use. */
    static Map<String, String> assign(Map<String, JacksonType> types) {
        Map<String, String> names = new LinkedHashMap<>();
        List<Function<JacksonType, String>> attempts =
                List.of(TypeNames::simple, TypeNames::nested, TypeNames::packaged);
        Map<String, JacksonType> open = new LinkedHashMap<>(types);
        for (Function<JacksonType, String> attempt : attempts) {
            Map<String, Integer> uses = new HashMap<>();
            open.values().forEach(type -> uses.merge(attempt.apply(type), 1, Integer::sum));
            for (Map.Entry<String, JacksonType> entry : List.copyOf(open.entrySet())) {
                String key = entry.getKey();
                String name = attempt.apply(entry.getValue());
                if (uses.getOrDefault(name, 0) == 1
                        && !names.containsValue(name)
                        && TypeDefinition.problem(name).isEmpty()) {
                    names.put(key, name);
                    open.remove(key);
                }
            }
        }
        number(open, names);
        return names;
    }

    private static void number(Map<String, JacksonType> open, Map<String, String> names) {
        Set<String> taken = new LinkedHashSet<>(names.values());
        open.forEach((key, type) -> {
            String name = packaged(type);
            for (int i = 2; TypeDefinition.problem(name).isPresent() || !taken.add(name); i++) {
                name = packaged(type) + i;
            }
            names.put(key, name);
        });
    }

    /** Returns the type as a programmer writes it, without packages: {@code Page<Order>}, {@code int[]}. */
    static String words(JavaType type) {
        if (type.isArrayType()) {
            return words(type.getContentType()) + "[]";
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < type.containedTypeCount(); i++) {
            arguments.add(words(type.containedType(i)));
        }
        String name = type.getRawClass().getSimpleName();
        return arguments.isEmpty() ? name : name + "<" + String.join(", ", arguments) + ">";
    }

    private static String simple(JacksonType type) {
        return withArguments(type, Class::getSimpleName);
    }

    private static String nested(JacksonType type) {
        return withArguments(type, raw -> {
            Class<?> enclosing = raw.getEnclosingClass();
            return (enclosing == null ? "" : enclosing.getSimpleName()) + raw.getSimpleName();
        });
    }

    private static String packaged(JacksonType type) {
        String path = type.raw().getPackageName();
        String last = path.substring(path.lastIndexOf('.') + 1);
        String prefix = last.isEmpty() ? "" : Character.toUpperCase(last.charAt(0)) + last.substring(1);
        return prefix + nested(type);
    }

    private static String withArguments(JacksonType type, Function<Class<?>, String> naming) {
        List<String> arguments = new ArrayList<>();
        JavaType resolved = type.type();
        for (int i = 0; i < resolved.containedTypeCount(); i++) {
            arguments.add(argument(
                    new JacksonType(resolved.containedType(i), type.use().argument(i))));
        }
        String name = naming.apply(type.raw());
        return arguments.isEmpty() ? name : name + "Of" + String.join("And", arguments);
    }

    private static String argument(JacksonType type) {
        JavaType resolved = type.type();
        String prefix = type.nullable() ? "Nullable" : "";
        if (type.raw() == Object.class) {
            return prefix + "Unknown";
        }
        return prefix
                + (type.type().isArrayType()
                        ? "ArrayOf"
                                + argument(new JacksonType(
                                        resolved.getContentType(), type.use().content()))
                        : withArguments(type, Class::getSimpleName));
    }
}
