package dev.codemode.openapi.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.schema.ByteStrings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out from a schema which kinds of values a body has, before it is decided how it is written. Confined to one
 * thread at a time.
 */
final class ValueKinds {
    /** How many schemas are visited for one. */
    private static final int MAX_SCHEMAS = 200;

    private final References references;
    private final Map<String, Set<ValueKind>> known = new HashMap<>();

    ValueKinds(References references) {
        this.references = references;
    }

    /** Returns the kinds of values that the schema may have; none if it says nothing about them. */
    Set<ValueKind> of(Located schema) {
        Located at = references.follow(schema).orElse(schema);
        Set<ValueKind> read = known.get(at.pointer());
        if (read == null) {
            read = of(at, new HashSet<>());
            known.put(at.pointer(), read);
        }
        return read;
    }

    /** Visits each schema once: reaching it again through another part adds nothing. */
    private Set<ValueKind> of(Located schema, Set<String> visited) {
        Located at = references.follow(schema).orElse(schema);
        Set<ValueKind> own = EnumSet.noneOf(ValueKind.class);
        if (visited.size() >= MAX_SCHEMAS || !visited.add(at.pointer())) {
            return own;
        }
        own.addAll(own(at));
        at.get("allOf").items().forEach(part -> own.addAll(of(part, visited)));
        if (own.isEmpty()) {
            for (String keyword : List.of("oneOf", "anyOf")) {
                at.get(keyword).items().forEach(option -> own.addAll(of(option, visited)));
            }
        } else if (own.contains(ValueKind.BYTES)) {
            own.remove(ValueKind.TEXT);
        }
        return own;
    }

    private static Set<ValueKind> own(Located at) {
        Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
        boolean bytes = ByteStrings.matches(at);
        JsonNode type = at.node().path("type");
        List<JsonNode> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(types::add);
        } else {
            types.add(type);
        }
        for (JsonNode one : types) {
            switch (one.asText("")) {
                case "object" -> kinds.add(ValueKind.OBJECT);
                case "array" -> kinds.add(ValueKind.ARRAY);
                case "file" -> kinds.add(ValueKind.BYTES);
                case "string" -> kinds.add(bytes ? ValueKind.BYTES : ValueKind.TEXT);
                case "number", "integer", "boolean" -> kinds.add(ValueKind.SCALAR);
                default -> {}
            }
        }
        return kinds.isEmpty() ? inferred(at, bytes) : kinds;
    }

    private static Set<ValueKind> inferred(Located at, boolean bytes) {
        Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
        JsonNode node = at.node();
        if (node.has("properties") || node.has("additionalProperties") || node.has("patternProperties")) {
            kinds.add(ValueKind.OBJECT);
        } else if (node.has("items") || node.has("prefixItems")) {
            kinds.add(ValueKind.ARRAY);
        } else if (bytes) {
            kinds.add(ValueKind.BYTES);
        } else {
            node.path("enum").forEach(value -> add(kinds, value));
            add(kinds, node.path("const"));
        }
        return kinds;
    }

    private static void add(Set<ValueKind> kinds, JsonNode value) {
        if (value.isTextual()) {
            kinds.add(ValueKind.TEXT);
        } else if (value.isNumber() || value.isBoolean()) {
            kinds.add(ValueKind.SCALAR);
        }
    }

    /**
     * Returns the properties of an object, including those of its parts and options, keyed by name; the first of a name
     * counts.
     */
    Map<String, Located> properties(Located schema) {
        Map<String, Located> properties = new LinkedHashMap<>();
        collect(schema, properties, new HashSet<>());
        return properties;
    }

    private void collect(Located schema, Map<String, Located> properties, Set<String> visited) {
        Located at = references.follow(schema).orElse(schema);
        if (!visited.add(at.pointer())) {
            return;
        }
        at.get("properties").members().forEach(property -> properties.putIfAbsent(property.key(), property));
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            at.get(keyword).items().forEach(part -> collect(part, properties, visited));
        }
    }
}
