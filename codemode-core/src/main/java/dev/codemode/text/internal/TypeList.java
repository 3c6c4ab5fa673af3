package dev.codemode.text.internal;

import dev.codemode.catalog.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Definitions of types, grouped by the services that have them; one that several services define identically appears
 * once.
 */
final class TypeList {
    private final Map<TypeDefinition, Set<String>> services = new LinkedHashMap<>();
    private final Map<TypeDefinition, String> texts = new HashMap<>();

    /** Adds a service to a type that is already present; returns whether it is. */
    boolean share(String service, TypeDefinition type) {
        Set<String> known = services.get(type);
        return known != null && (known.add(service) || known.contains(service));
    }

    void add(String service, TypeDefinition type, String text) {
        services.computeIfAbsent(type, key -> new LinkedHashSet<>()).add(service);
        texts.put(type, text);
    }

    /** Returns the definitions, with a heading for each group of services. */
    String text() {
        Map<Set<String>, List<String>> groups = new LinkedHashMap<>();
        services.forEach((type, names) ->
                groups.computeIfAbsent(names, key -> new ArrayList<>()).add(texts.getOrDefault(type, "")));
        StringBuilder text = new StringBuilder();
        groups.forEach((names, definitions) -> text.append("\n\n// Types of ")
                .append(String.join(", ", names))
                .append("\n")
                .append(String.join("\n", definitions)));
        return text.toString();
    }
}
