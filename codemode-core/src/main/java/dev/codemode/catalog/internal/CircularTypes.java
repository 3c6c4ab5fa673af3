package dev.codemode.catalog.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.TypeDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes from types whatever contains itself at the same value: {@code V = string | V} becomes {@code string}, and in
 * {@code A = B & {…}}, {@code B = A & {…}} each loses the other. TypeScript has no such types (TS2456), and checking
 * one would never end. What is left accepts everything that the types accepted. Types that contain themselves in a
 * property or an element are unchanged. Confined to one thread at a time.
 *
 * <p>Invariant, held by {@code CircularTypesTest}: no returned type leads to itself through unions, intersections and
 * references only.
 */
public final class CircularTypes {
    private Map<String, TypeDefinition> types;
    private Map<String, Integer> circles = Map.of();

    private CircularTypes(Map<String, TypeDefinition> types) {
        this.types = types;
    }

    /** Returns the types without such cycles, in their order. */
    public static Map<String, TypeDefinition> removed(Map<String, TypeDefinition> types) {
        CircularTypes circular = new CircularTypes(types);
        if (circular.search()) {
            circular.rewrite(false);
        }
        if (circular.search()) {
            circular.rewrite(true);
        }
        if (circular.search()) {
            circular.merge();
        }
        return circular.types;
    }

    /** Finds the cycles that are left, and returns whether there is one. */
    private boolean search() {
        Circles found = new Circles(this::referred);
        Map<String, Integer> next = new HashMap<>();
        types.keySet().forEach(name -> found.of(name).ifPresent(circle -> next.put(name, circle)));
        circles = next;
        return !circles.isEmpty();
    }

    /** Removes a cycle's references from its intersections, and from the unions in them only if requested. */
    private void rewrite(boolean nested) {
        Map<String, TypeDefinition> rewritten = new LinkedHashMap<>(types);
        circles.forEach((name, circle) -> rewritten.computeIfPresent(
                name,
                (key, type) -> new TypeDefinition(name, without(type.schema(), circle, nested, false), type.docs())));
        types = rewritten;
    }

    private Schema without(Schema schema, int circle, boolean nested, boolean part) {
        if (schema instanceof Schema.UnionSchema union) {
            List<Schema> options = union.options().stream()
                    .map(option -> without(option, circle, nested, part && nested))
                    .toList();
            return options.contains(Schema.unknown())
                    ? Schema.unknown()
                    : new Schema.UnionSchema(options, union.discriminator());
        }
        if (schema instanceof Schema.IntersectionSchema intersection) {
            List<Schema> parts = intersection.parts().stream()
                    .map(each -> without(each, circle, nested, true))
                    .filter(each -> !(each instanceof Schema.UnknownSchema))
                    .toList();
            return parts.isEmpty()
                    ? Schema.unknown()
                    : parts.size() == 1 ? parts.get(0) : new Schema.IntersectionSchema(parts);
        }
        return part && isIn(circle, schema) ? Schema.unknown() : schema;
    }

    private boolean isIn(int circle, Schema schema) {
        return schema instanceof Schema.ReferenceSchema reference
                && circles.getOrDefault(reference.type(), -1) == circle;
    }

    /** Replaces each type in a cycle that consists only of unions with the union of them all. */
    private void merge() {
        Map<Integer, Set<Schema>> options = new HashMap<>();
        types.forEach((name, type) -> {
            Integer circle = circles.get(name);
            if (circle != null) {
                addOptions(type.schema(), circle, options.computeIfAbsent(circle, key -> new LinkedHashSet<>()));
            }
        });
        Map<String, TypeDefinition> merged = new LinkedHashMap<>(types);
        circles.forEach((name, circle) -> {
            List<Schema> all = List.copyOf(options.getOrDefault(circle, Set.of()));
            Schema schema = all.isEmpty() || all.contains(Schema.unknown()) ? Schema.unknown() : Schema.union(all);
            merged.computeIfPresent(name, (key, type) -> new TypeDefinition(name, schema, type.docs()));
        });
        types = merged;
    }

    private void addOptions(Schema schema, int circle, Set<Schema> options) {
        if (schema instanceof Schema.UnionSchema union) {
            union.options().forEach(option -> addOptions(option, circle, options));
        } else if (!isIn(circle, schema)) {
            options.add(schema);
        }
    }

    private Set<String> referred(String name) {
        Set<String> referred = new LinkedHashSet<>();
        TypeDefinition type = types.get(name);
        if (type != null) {
            collect(type.schema(), referred);
        }
        referred.retainAll(types.keySet());
        return referred;
    }

    private static void collect(Schema schema, Set<String> referred) {
        if (schema instanceof Schema.ReferenceSchema reference) {
            referred.add(reference.type());
        } else if (schema instanceof Schema.UnionSchema union) {
            union.options().forEach(option -> collect(option, referred));
        } else if (schema instanceof Schema.IntersectionSchema intersection) {
            intersection.parts().forEach(part -> collect(part, referred));
        }
    }
}
