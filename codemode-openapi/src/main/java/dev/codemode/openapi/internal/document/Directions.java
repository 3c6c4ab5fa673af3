package dev.codemode.openapi.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which schemas differ between requests and responses: those that reach a property that is {@code readOnly} or
 * {@code writeOnly} (OpenAPI 3.1, 4.8.24). Confined to one thread at a time.
 */
final class Directions {
    private static final List<String> ONE = List.of("items", "additionalProperties", "not");
    private static final List<String> MANY = List.of("allOf", "oneOf", "anyOf", "prefixItems");
    private static final List<String> NAMED = List.of("properties", "patternProperties");

    private final References references;
    private final Map<String, Boolean> known = new HashMap<>();

    Directions(References references) {
        this.references = references;
    }

    /** Returns whether the schema is another one in requests than in responses. */
    boolean differ(Located schema) {
        String pointer = schema.pointer();
        Boolean answer = known.get(pointer);
        if (answer != null) {
            return answer;
        }
        Set<String> visited = new HashSet<>();
        boolean differs = search(schema, visited, 0);
        known.put(pointer, differs);
        if (!differs) {
            visited.forEach(reached -> known.put(reached, false));
        }
        return differs;
    }

    private boolean search(Located at, Set<String> visited, int depth) {
        if (!at.isObject() || depth > 100) {
            return false;
        }
        if (at.text("$ref").isPresent()) {
            return references
                    .follow(at)
                    .map(target -> searchNamed(target, visited, depth))
                    .orElse(false);
        }
        for (String keyword : NAMED) {
            for (Located property : at.get(keyword).members()) {
                if (isOneWay(property.node()) || search(property, visited, depth + 1)) {
                    return true;
                }
            }
        }
        return ONE.stream().anyMatch(keyword -> search(at.get(keyword), visited, depth + 1))
                || MANY.stream()
                        .flatMap(keyword -> at.get(keyword).items().stream())
                        .anyMatch(part -> search(part, visited, depth + 1));
    }

    private boolean searchNamed(Located target, Set<String> visited, int depth) {
        String pointer = target.pointer();
        Boolean answer = known.get(pointer);
        if (answer != null) {
            return answer;
        }
        return isOneWay(target.node()) || (visited.add(pointer) && search(target, visited, depth + 1));
    }

    private static boolean isOneWay(JsonNode schema) {
        return schema.path("readOnly").asBoolean(false)
                || schema.path("writeOnly").asBoolean(false);
    }
}
