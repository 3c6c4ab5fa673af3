package dev.codemode.validation.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the option of a union that a value was probably meant to match, so that the error can be about that one. Each
 * option that is examined counts as a step of the check. Confined to one thread at a time.
 */
final class UnionChoice {
    private final Schema.UnionSchema union;
    private final @Nullable Object value;
    private final Service service;
    private final Problems.Budget budget;

    UnionChoice(Schema.UnionSchema union, @Nullable Object value, Service service, Problems.Budget budget) {
        this.union = union;
        this.value = value;
        this.service = service;
        this.budget = budget;
    }

    /** Returns the option whose discriminator the value has, if every option has one: no other can match. */
    Optional<Schema> named() {
        String discriminator = union.discriminator();
        Object kind = discriminator != null && value instanceof Map<?, ?> map ? map.get(discriminator) : null;
        if (kind == null || discriminator == null) {
            return Optional.empty();
        }
        List<Schema> named = new ArrayList<>();
        for (Schema option : union.options()) {
            List<Object> kinds = kindsOf(option, discriminator);
            if (kinds.isEmpty()) {
                return Optional.empty();
            }
            if (kinds.stream().anyMatch(constant -> SchemaValidator.same(constant, kind))) {
                named.add(option);
            }
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /**
     * Returns an object schema that requires only the union's discriminator, with a value that one of the options has.
     */
    Optional<Schema.ObjectSchema> kinds() {
        String discriminator = union.discriminator();
        if (discriminator == null || !(value instanceof Map)) {
            return Optional.empty();
        }
        List<Object> values = union.options().stream()
                .flatMap(option -> kindsOf(option, discriminator).stream())
                .distinct()
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Schema.ObjectSchema(
                        List.of(Schema.Property.required(discriminator, new Schema.ConstantSchema(values))),
                        Map.of(),
                        Schema.unknown()));
    }

    private List<Object> kindsOf(Schema option, String discriminator) {
        for (Schema.ObjectSchema object : objects(option)) {
            List<Object> kinds = object.properties().stream()
                    .filter(property -> property.name().equals(discriminator))
                    .filter(property -> property.schema() instanceof Schema.ConstantSchema)
                    .flatMap(property -> ((Schema.ConstantSchema) property.schema()).values().stream())
                    .toList();
            if (!kinds.isEmpty()) {
                return kinds;
            }
        }
        return List.of();
    }

    /** Returns the object schema of the option, or those that it consists of, each once. */
    private List<Schema.ObjectSchema> objects(Schema option) {
        List<Schema.ObjectSchema> objects = new ArrayList<>();
        Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Schema> open = new ArrayDeque<>(List.of(option));
        while (!open.isEmpty()) {
            budget.check();
            Schema next = service.resolve(open.remove());
            if (next instanceof Schema.ObjectSchema object) {
                objects.add(object);
            } else if (next instanceof Schema.IntersectionSchema intersection && seen.add(next)) {
                open.addAll(intersection.parts());
            }
        }
        return objects;
    }

    /** Returns the index of the option, or −1 if the value fits none better than the others. */
    int meant() {
        return meant(union, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private int meant(Schema.UnionSchema among, Set<Schema> seen) {
        int notNull = onlyOptionBesideNull(among);
        if (value != null && notNull >= 0) {
            return notNull;
        }
        int only = -1;
        Likeness likeness = new Likeness();
        for (int i = 0; i < among.options().size(); i++) {
            Schema option = service.resolve(among.options().get(i));
            List<Schema.ObjectSchema> objects = value instanceof Map<?, ?> ? objects(option) : List.of();
            if (objects.stream().anyMatch(this::hasConstant)) {
                return i;
            }
            budget.check();
            likeness.consider(i, objects);
            if (!objects.isEmpty() || fits(option, seen)) {
                only = only == -1 ? i : -2;
            }
        }
        return only == -2 && among.discriminator() == null ? likeness.best : Math.max(only, -1);
    }

    /** Finds the option that has more of the value's properties than any other. */
    private final class Likeness {
        private int best = -1;
        private int most;

        void consider(int index, List<Schema.ObjectSchema> objects) {
            Set<String> names = new HashSet<>();
            if (value instanceof Map<?, ?> map && objects.stream().noneMatch(object -> isContradicted(object, map))) {
                for (Schema.ObjectSchema object : objects) {
                    object.properties().stream()
                            .map(Schema.Property::name)
                            .filter(map::containsKey)
                            .forEach(names::add);
                }
            }
            best = names.size() > most ? index : names.size() == most ? -1 : best;
            most = Math.max(most, names.size());
        }
    }

    /** Whether the value has a different constant than the object, which shows what kind it is meant to be. */
    private static boolean isContradicted(Schema.ObjectSchema object, Map<?, ?> map) {
        return object.properties().stream()
                .anyMatch(property -> property.schema() instanceof Schema.ConstantSchema constant
                        && map.containsKey(property.name())
                        && constant.values().stream()
                                .noneMatch(each -> SchemaValidator.same(each, map.get(property.name()))));
    }

    private boolean fits(Schema option, Set<Schema> seen) {
        return (value instanceof List<?> && option instanceof Schema.ArraySchema)
                || (value instanceof String && option instanceof Schema.StringSchema)
                || (value instanceof Number && option instanceof Schema.NumberSchema)
                || (option instanceof Schema.UnionSchema nested && seen.add(nested) && meant(nested, seen) >= 0);
    }

    private boolean hasConstant(Schema.ObjectSchema object) {
        return value instanceof Map<?, ?> map
                && object.properties().stream()
                        .anyMatch(property -> property.schema() instanceof Schema.ConstantSchema constant
                                && constant.values().stream()
                                        .anyMatch(v -> SchemaValidator.same(v, map.get(property.name()))));
    }

    private static int onlyOptionBesideNull(Schema.UnionSchema union) {
        int found = -1;
        for (int i = 0; i < union.options().size(); i++) {
            if (!(union.options().get(i) instanceof Schema.NullSchema)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
