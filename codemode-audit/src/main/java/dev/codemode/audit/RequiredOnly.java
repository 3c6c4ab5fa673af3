package dev.codemode.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Removes from a JSON Schema every property that its object does not require, at any depth. Holds no state. */
final class RequiredOnly {
    private RequiredOnly() {}

    /** Returns a copy without optional properties, and without definitions that are no longer referenced. */
    static ObjectNode of(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        prune(copy);
        for (String keyword : Definitions.KEYWORDS) {
            if (copy.get(keyword) instanceof ObjectNode definitions) {
                copy.remove(keyword);
                Set<String> needed = new Definitions(definitions).reachableFrom(copy);
                definitions.retain(needed);
                if (!definitions.isEmpty()) {
                    copy.set(keyword, definitions);
                }
            }
        }
        return copy;
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("properties") instanceof ObjectNode properties) {
            Set<String> required = new HashSet<>();
            object.path("required").forEach(name -> required.add(name.asText()));
            properties.retain(required);
            if (properties.isEmpty()) {
                object.remove("properties");
            }
        }
        node.forEach(RequiredOnly::prune);
    }
}
