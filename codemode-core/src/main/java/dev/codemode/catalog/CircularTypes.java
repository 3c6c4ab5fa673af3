package dev.codemode.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of types what contains itself at the same value: {@code V = string | V} is {@code string}, and in {@code A = B &
 * {…}}, {@code B = A & {…}} each loses the other. TypeScript has no such types (TS2456), and no check of one would end.
 * What is left accepts all that the types accepted. Types that contain themselves in a property or an element stay as they
 * are. Confined to one thread at a time.
 *
 * <p>Invariant, held by {@code CircularTypesTest}: of what is returned, no type leads to itself through unions, intersections
 * and references alone.
 */
final class CircularTypes {
    private Map<String, TypeDefinition> types;
    private Map<String, Integer> circles = Map.of();

    private CircularTypes(Map<String, TypeDefinition> types) {
        this.types = types;
    }

    static Map<String, TypeDefinition> removed(Map<String, TypeDefinition> types) {
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

    /** Finds the circles that are left, and returns whether there is one. */
    private boolean search() {
        circles = new Circles(types).found();
        return !circles.isEmpty();
    }

    /** Takes references of a circle out of its intersections, out of the unions in them only if that is asked for. */
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

    /** Makes each type of a circle of unions alone what all of them together are. */
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

    /** The strongly connected types (Tarjan, 1972), without recursion: a chain of types may be long. */
    private static final class Circles {
        private final Map<String, TypeDefinition> types;
        private final Map<String, Integer> order = new HashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Deque<String> stack = new ArrayDeque<>();
        private final Set<String> onStack = new HashSet<>();
        private final Map<String, Integer> found = new LinkedHashMap<>();

        Circles(Map<String, TypeDefinition> types) {
            this.types = types;
        }

        private record Visit(String name, Deque<String> open) {}

        /** Returns for each type that contains itself at the same value the number of its circle. */
        Map<String, Integer> found() {
            for (String name : types.keySet()) {
                if (!order.containsKey(name)) {
                    visit(name);
                }
            }
            return found;
        }

        private void visit(String first) {
            Deque<Visit> visits = new ArrayDeque<>();
            visits.push(enter(first));
            while (!visits.isEmpty()) {
                Visit visit = visits.element();
                String next = visit.open().poll();
                if (next == null) {
                    leave(visits.pop().name());
                    if (!visits.isEmpty()) {
                        lower(visits.element().name(), lowest.getOrDefault(visit.name(), 0));
                    }
                } else if (!order.containsKey(next)) {
                    visits.push(enter(next));
                } else if (onStack.contains(next)) {
                    lower(visit.name(), order.getOrDefault(next, 0));
                }
            }
        }

        private Visit enter(String name) {
            order.put(name, order.size());
            lowest.put(name, order.size() - 1);
            stack.push(name);
            onStack.add(name);
            return new Visit(name, new ArrayDeque<>(referred(name)));
        }

        private void lower(String name, int to) {
            lowest.merge(name, to, Math::min);
        }

        private void leave(String name) {
            if (!lowest.getOrDefault(name, 0).equals(order.get(name))) {
                return;
            }
            List<String> component = new ArrayList<>();
            do {
                component.add(stack.pop());
                onStack.remove(component.get(component.size() - 1));
            } while (!component.get(component.size() - 1).equals(name));
            if (component.size() > 1 || referred(name).contains(name)) {
                component.forEach(each -> found.put(each, order.getOrDefault(name, 0)));
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
}
