package dev.codemode.reflect.internal.docs;

import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.NotJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Javadoc that the annotation processor put into the jar: one resource for each class,
 * {@code META-INF/codemode/javadoc/<binary name>.json}, found through the class's own loader. No resource, no text.
 *
 * <p>The resource is a JSON object; every member may be missing, every text is plain, its lines separated by
 * {@code \n}:
 *
 * <pre>{@code
 * {
 *   "text": "Customer orders.",
 *   "deprecated": "",
 *   "members": { "status": "Where the order stands." },
 *   "methods": {
 *     "find(java.lang.String,int)": {
 *       "text": "Finds orders.",
 *       "deprecated": "Use search.",
 *       "parameters": [ { "name": "status", "text": "only these" }, { "name": "limit" } ],
 *       "returns": "the orders, newest first"
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>{@code members} are fields, record components, enum constants and properties with accessors, by their Java name.
 * In the texts of methods, {@code {@inheritDoc}} stands where that of the overridden method belongs. The key of a method
 * is its name and its erased parameter types by binary name, arrays with {@code []}. Thread-safe.
 */
public final class JavadocResources {
    private static final String INHERITED = "{@inheritDoc}";

    private final Map<Class<?>, TypeText> texts = new ConcurrentHashMap<>();

    /**
     * The Javadoc of a class.
     *
     * @param text its own text
     * @param deprecated its deprecation
     * @param members texts of its members by name
     * @param methods texts of its methods by key
     */
    public record TypeText(
            String text, String deprecated, Map<String, String> members, Map<String, MethodText> methods) {
        /** The absence of Javadoc. */
        public static final TypeText NONE = new TypeText("", "", Map.of(), Map.of());

        /** Returns the text of a field, component, constant or property; empty if there is none. */
        public String member(String name) {
            return members.getOrDefault(name, "");
        }

        /** Returns the text of a method. */
        public MethodText method(Executable method) {
            return methods.getOrDefault(key(method), MethodText.NONE);
        }
    }

    /**
     * The Javadoc of a method.
     *
     * @param text what it does
     * @param deprecated its deprecation
     * @param names the names of its parameters in order; empty where they are not known
     * @param parameters texts of its parameters by name
     * @param returns what it returns
     */
    public record MethodText(
            String text, String deprecated, List<String> names, Map<String, String> parameters, String returns) {
        /** The absence of Javadoc. */
        public static final MethodText NONE = new MethodText("", "", List.of(), Map.of(), "");

        /** Returns this text, completed by that of the overridden method, as Javadoc inherits. */
        public MethodText inheriting(MethodText overridden) {
            Map<String, String> texts = new LinkedHashMap<>();
            List<String> all = names.isEmpty() ? overridden.names : names;
            for (int i = 0; i < all.size(); i++) {
                String own = parameters.getOrDefault(all.get(i), "");
                String other = i < overridden.names.size()
                        ? overridden.parameters.getOrDefault(overridden.names.get(i), "")
                        : "";
                texts.put(all.get(i), inherit(own, other));
            }
            return new MethodText(
                    inherit(text, overridden.text),
                    inherit(deprecated, overridden.deprecated),
                    all,
                    texts,
                    inherit(returns, overridden.returns));
        }

        private static String inherit(String own, String overridden) {
            return own.isEmpty()
                    ? overridden
                    : own.replace(INHERITED, overridden).strip();
        }
    }

    /** Returns the Javadoc of the class. */
    public TypeText of(Class<?> type) {
        return texts.computeIfAbsent(type, JavadocResources::load);
    }

    private static String key(Executable method) {
        return Arrays.stream(method.getParameterTypes())
                .map(JavadocResources::typeKey)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    private static String typeKey(Class<?> type) {
        return type.isArray() ? typeKey(type.getComponentType()) + "[]" : type.getName();
    }

    private static TypeText load(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null) {
            return TypeText.NONE;
        }
        try (InputStream in = loader.getResourceAsStream("META-INF/codemode/javadoc/" + type.getName() + ".json")) {
            return in == null
                    ? TypeText.NONE
                    : type(object(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))));
        } catch (IOException | NotJsonException e) {
            return TypeText.NONE;
        }
    }

    private static TypeText type(Map<?, ?> json) {
        Map<String, String> members = new LinkedHashMap<>();
        object(json.get("members")).forEach((name, text) -> members.put((String) name, withoutInherited(text)));
        Map<String, MethodText> methods = new LinkedHashMap<>();
        object(json.get("methods")).forEach((key, method) -> methods.put((String) key, method(object(method))));
        return new TypeText(withoutInherited(json.get("text")), text(json.get("deprecated")), members, methods);
    }

    private static MethodText method(Map<?, ?> json) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (json.get("parameters") instanceof List<?> all) {
            all.forEach(each -> {
                Map<?, ?> parameter = object(each);
                parameters.put(string(parameter.get("name")), text(parameter.get("text")));
            });
        }
        return new MethodText(
                text(json.get("text")),
                text(json.get("deprecated")),
                List.copyOf(parameters.keySet()),
                parameters,
                text(json.get("returns")));
    }

    private static Map<?, ?> object(@Nullable Object json) {
        return json instanceof Map<?, ?> object ? object : Map.of();
    }

    private static String withoutInherited(@Nullable Object json) {
        return text(json).replace(INHERITED, "").strip();
    }

    private static String text(@Nullable Object json) {
        return DocText.clean(string(json));
    }

    private static String string(@Nullable Object json) {
        return json instanceof String text ? text : "";
    }
}
