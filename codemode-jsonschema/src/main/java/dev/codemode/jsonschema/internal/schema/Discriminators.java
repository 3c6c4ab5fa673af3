package dev.codemode.jsonschema.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of discriminators (OpenAPI 3.2, 4.26; 2.0, "discriminator"): which schemas are kinds of another one, and
 * which values tell them apart. Confined to one thread at a time.
 */
public final class Discriminators {
    private final List<Located> schemas;
    private final References references;
    private final Map<String, Map<String, List<String>>> mappings = new HashMap<>();
    private final Map<String, List<Located>> parents = new HashMap<>();
    private @Nullable Map<String, Set<Located>> children;

    public Discriminators(List<Located> schemas, References references) {
        this.schemas = schemas;
        this.references = references;
    }

    /**
     * A kind of a schema.
     *
     * @param schema the schema of the kind
     * @param values the discriminator's values for it; empty if the document gives none
     * @param alone whether its own kinds are excluded
     */
    record Kind(Located schema, List<String> values, boolean alone) {}

    /** Returns the name of the discriminator's property, if the schema itself has one. */
    public static Optional<String> property(Located schema) {
        return schema.text("discriminator")
                .or(() -> schema.get("discriminator").text("propertyName"))
                .filter(name -> !name.isEmpty());
    }

    /** Returns the schema that has the discriminator: this one, or one that it includes. */
    Optional<Located> holder(Located schema) {
        return wholes(schema).stream().filter(at -> property(at).isPresent()).findFirst();
    }

    /** Returns the schema and those that it includes with {@code allOf}. */
    private List<Located> wholes(Located schema) {
        String pointer = schema.pointer();
        List<Located> known = parents.get(pointer);
        if (known != null) {
            return known;
        }
        Map<String, Located> found = new LinkedHashMap<>();
        Deque<Located> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            Optional<Located> next = references.follow(open.remove());
            if (next.isPresent() && found.putIfAbsent(next.get().pointer(), next.get()) == null) {
                open.addAll(next.get().get("allOf").items());
            }
        }
        List<Located> wholes = List.copyOf(found.values());
        parents.put(pointer, wholes);
        return wholes;
    }

    /**
     * Returns the kinds of a named schema that has a discriminator and that others include with {@code allOf}; none for
     * any other schema. A schema with its own options declares its kinds by them.
     */
    List<Kind> kinds(Located schema) {
        Optional<Located> holder = holder(schema);
        if (holder.isEmpty() || schema.node().has("oneOf") || schema.node().has("anyOf")) {
            return List.of();
        }
        Map<String, List<String>> mapping = mapping(holder.get());
        Map<String, Located> all = new LinkedHashMap<>();
        descendants(schema).forEach(at -> all.putIfAbsent(at.pointer(), at));
        if (holder.get().pointer().equals(schema.pointer())) {
            mapped(schema).forEach(at -> all.putIfAbsent(at.pointer(), at));
        }
        all.remove(schema.pointer());
        if (all.isEmpty()) {
            return List.of();
        }
        List<Kind> kinds = new ArrayList<>();
        all.values().forEach(at -> {
            boolean alone = !descendants(at).isEmpty();
            List<String> values = mapping.getOrDefault(at.pointer(), List.of());
            if (!values.isEmpty() || !alone || mapping.isEmpty()) {
                kinds.add(new Kind(at, values.isEmpty() ? List.of(name(at)) : values, alone));
            }
        });
        List<String> own = mapping.getOrDefault(schema.pointer(), List.of());
        if (mapping.isEmpty() || !own.isEmpty()) {
            kinds.add(new Kind(schema, own, true));
        }
        return kinds;
    }

    /** Returns the discriminator's values that select an option of a union. */
    List<String> values(Located union, Located option) {
        Optional<Located> target = references.follow(option);
        Optional<String> property = property(union);
        if (target.isEmpty() || property.isEmpty()) {
            return List.of();
        }
        List<String> mapped = mapping(union).getOrDefault(target.get().pointer(), List.of());
        if (!mapped.isEmpty()) {
            return mapped;
        }
        boolean fallback = union.get("discriminator")
                .text("defaultMapping")
                .flatMap(reference -> named(union, reference))
                .filter(target.get()::equals)
                .isPresent();
        return fallback || option.text("$ref").isEmpty() ? List.of() : List.of(name(target.get()));
    }

    /** Returns what the schema itself, or a part of it, says about the property; nothing if it does not name it. */
    Optional<JsonNode> declared(Located schema, String property) {
        return wholes(schema).stream()
                .map(at -> at.get("properties").get(property))
                .filter(Located::exists)
                .findFirst()
                .flatMap(references::follow)
                .map(Located::node);
    }

    /** Returns whether the schema, or a part of it, requires the property. */
    boolean requires(Located schema, String property) {
        return wholes(schema).stream().anyMatch(at -> at.texts("required").contains(property));
    }

    /** Returns whether a value of the schema may be an object: only objects have a discriminator's property. */
    boolean mayBeObject(Located schema) {
        return wholes(schema).stream()
                .map(at -> at.node().path("type"))
                .allMatch(type -> (!type.isTextual() && !type.isArray())
                        || type.toString().contains("\"object\""));
    }

    private static String name(Located schema) {
        return schema.text("x-ms-discriminator-value").orElse(schema.key());
    }

    /** Returns the values of a mapping, grouped by their targets. */
    private Map<String, List<String>> mapping(Located holder) {
        String pointer = holder.pointer();
        Map<String, List<String>> known = mappings.get(pointer);
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Located entry : holder.get("discriminator").get("mapping").members()) {
                Optional<Located> target = target(holder, entry);
                if (target.isPresent()) {
                    known.computeIfAbsent(target.get().pointer(), key -> new ArrayList<>())
                            .add(entry.key());
                }
            }
            mappings.put(pointer, known);
        }
        return known;
    }

    private List<Located> mapped(Located holder) {
        return holder.get("discriminator").get("mapping").members().stream()
                .flatMap(entry -> target(holder, entry).stream())
                .toList();
    }

    private Optional<Located> target(Located holder, Located entry) {
        return entry.node().isTextual() ? named(holder, entry.node().textValue()) : Optional.empty();
    }

    /** Resolves a value that may be the name of a schema or a reference. */
    private Optional<Located> named(Located holder, String text) {
        return schemas.stream()
                .filter(schema -> schema.key().equals(text))
                .findFirst()
                .or(() -> references.to(holder, text))
                .flatMap(references::follow);
    }

    /** Returns the schemas that include this one with {@code allOf}, directly or indirectly. */
    private Set<Located> descendants(Located schema) {
        Map<String, Located> found = new LinkedHashMap<>();
        Deque<Located> open = new ArrayDeque<>(children().getOrDefault(schema.pointer(), Set.of()));
        while (!open.isEmpty()) {
            Located next = open.remove();
            if (!next.pointer().equals(schema.pointer()) && found.putIfAbsent(next.pointer(), next) == null) {
                open.addAll(children().getOrDefault(next.pointer(), Set.of()));
            }
        }
        return new LinkedHashSet<>(found.values());
    }

    private Map<String, Set<Located>> children() {
        Map<String, Set<Located>> known = children;
        if (known == null) {
            known = new HashMap<>();
            children = known;
            for (Located schema : schemas) {
                addChild(schema, schema, known);
            }
        }
        return known;
    }

    private void addChild(Located child, Located at, Map<String, Set<Located>> known) {
        for (Located part : at.get("allOf").items()) {
            if (part.text("$ref").isPresent()) {
                references
                        .follow(part)
                        .ifPresent(parent -> known.computeIfAbsent(parent.pointer(), key -> new LinkedHashSet<>())
                                .add(child));
            } else {
                addChild(child, part, known);
            }
        }
    }
}
