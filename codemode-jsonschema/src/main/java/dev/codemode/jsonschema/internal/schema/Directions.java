package dev.codemode.jsonschema.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the schemas that differ between requests and responses: those that reach a property that is {@code readOnly} or
 * {@code writeOnly} (OpenAPI 3.1, 4.8.24). Each schema is searched once. Confined to one thread at a time.
 */
final class Directions {
    private static final List<String> ONE = List.of("items", "additionalProperties", "not");
    private static final List<String> MANY = List.of("allOf", "oneOf", "anyOf", "prefixItems");
    private static final List<String> NAMED = List.of("properties", "patternProperties");

    private final References references;
    private final Discriminators discriminators;

    /** The schemas that refer to each schema, by pointers. */
    private final Map<String, Set<String>> referring = new HashMap<>();

    private final Set<String> searched = new HashSet<>();
    private final Set<String> differing = new HashSet<>();

    Directions(References references, Discriminators discriminators) {
        this.references = references;
        this.discriminators = discriminators;
    }

    /** Returns whether the schema differs between requests and responses. */
    boolean differ(Located schema) {
        Deque<Located> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            Located next = open.remove();
            if (searched.add(next.pointer())) {
                search(next, open);
            }
        }
        return differing.contains(schema.pointer());
    }

    private void search(Located schema, Deque<Located> open) {
        String pointer = schema.pointer();
        List<Located> targets = new ArrayList<>();
        boolean oneWay = collect(schema, targets);
        discriminators.kinds(schema).forEach(kind -> targets.add(kind.schema()));
        if (oneWay || isOneWay(schema.node())) {
            mark(pointer);
        }
        for (Located target : targets) {
            String reached = target.pointer();
            referring.computeIfAbsent(reached, key -> new HashSet<>()).add(pointer);
            if (differing.contains(reached)) {
                mark(pointer);
            }
            open.add(target);
        }
    }

    private void mark(String pointer) {
        Deque<String> open = new ArrayDeque<>(List.of(pointer));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (differing.add(next)) {
                open.addAll(referring.getOrDefault(next, Set.of()));
            }
        }
    }

    /** Collects what the schema refers to, and returns whether one of its own properties goes only one way. */
    private boolean collect(Located at, List<Located> targets) {
        if (!at.isObject()) {
            return false;
        }
        if (at.text("$ref").isPresent()) {
            references.follow(at).ifPresent(targets::add);
        }
        boolean found = false;
        for (String keyword : NAMED) {
            for (Located property : at.get(keyword).members()) {
                found |= isOneWay(property.node());
                found |= collect(property, targets);
            }
        }
        for (String keyword : ONE) {
            found |= collect(at.get(keyword), targets);
        }
        for (String keyword : MANY) {
            for (Located part : at.get(keyword).items()) {
                found |= collect(part, targets);
            }
        }
        return found;
    }

    private static boolean isOneWay(JsonNode schema) {
        return schema.path("readOnly").asBoolean(false)
                || schema.path("writeOnly").asBoolean(false);
    }
}
