package dev.codemode.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named schemas that tools refer to, each counted once. Confined to one thread at a time. */
final class Definitions {
    static final String PREFIX = "#/$defs/";
    static final List<String> KEYWORDS = List.of("$defs", "definitions");

    private final ObjectNode schemas;
    private final Map<String, Set<String>> references = new HashMap<>();
    private final Map<String, Integer> tokens = new HashMap<>();

    Definitions(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Returns these definitions without optional properties. */
    Definitions requiredOnly() {
        ObjectNode pruned = schemas.objectNode();
        for (Map.Entry<String, JsonNode> entry : schemas.properties()) {
            JsonNode schema = entry.getValue();
            pruned.set(entry.getKey(), schema instanceof ObjectNode object ? RequiredOnly.of(object) : schema);
        }
        return new Definitions(pruned);
    }

    /** Returns the schemas with these names, in the same order. */
    ObjectNode only(Set<String> names) {
        ObjectNode chosen = schemas.objectNode();
        names.forEach(name -> chosen.set(name, schemas.get(name)));
        return chosen;
    }

    /** Returns the names of all definitions that a schema needs, directly or through others, in order of discovery. */
    Set<String> reachableFrom(JsonNode schema) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(references(schema));
        while (!waiting.isEmpty()) {
            String name = waiting.poll();
            JsonNode definition = schemas.get(name);
            if (definition != null && reached.add(name)) {
                waiting.addAll(references.computeIfAbsent(name, known -> references(definition)));
            }
        }
        return reached;
    }

    private static Set<String> references(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode reference : schema.findValues("$ref")) {
            String pointer = reference.asText();
            for (String keyword : KEYWORDS) {
                String prefix = "#/" + keyword + "/";
                if (pointer.startsWith(prefix)) {
                    names.add(pointer.substring(prefix.length()));
                }
            }
        }
        return names;
    }

    /**
     * Returns the tokens of {@code Name":{…}} and what follows it. The tokenizer never joins a run of punctuation with
     * the word after it, so a text that is cut before the names has as many tokens as its parts together.
     */
    int tokens(String name, String following) {
        return tokens.computeIfAbsent(name + following, key -> Tokens.of(name + "\":" + schemas.get(name) + following));
    }
}
