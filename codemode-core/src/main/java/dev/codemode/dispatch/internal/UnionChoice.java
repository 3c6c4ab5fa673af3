package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the option of a union that a value was probably meant for, so that the error can be about that one. */
final class UnionChoice {
    private UnionChoice() {}

    /** Returns the option whose discriminator the value has, where every option has one: no other can match. */
    static Optional<Schema> named(Schema.UnionSchema union, @Nullable Object value, Service service) {
        Object kind = value instanceof Map<?, ?> map ? map.get(union.discriminator()) : null;
        if (kind == null) {
            return Optional.empty();
        }
        List<Schema> named = new ArrayList<>();
        for (Schema option : union.options()) {
            List<Object> kinds = kindsOf(option, union.discriminator(), service);
            if (kinds.isEmpty()) {
                return Optional.empty();
            }
            if (kinds.stream().anyMatch(constant -> SchemaValidator.same(constant, kind))) {
                named.add(option);
            }
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static List<Object> kindsOf(Schema option, @Nullable String discriminator, Service service) {
        return service.resolve(option) instanceof Schema.ObjectSchema object
                ? object.properties().stream()
                        .filter(property -> property.name().equals(discriminator))
                        .filter(property -> property.schema() instanceof Schema.ConstantSchema)
                        .flatMap(property -> ((Schema.ConstantSchema) property.schema()).values().stream())
                        .toList()
                : List.of();
    }

    /** Returns the index of the option, or −1 if the value fits none better than another. */
    static int meant(Schema.UnionSchema union, @Nullable Object value, Service service) {
        int notNull = onlyOptionBesideNull(union);
        if (value != null && notNull >= 0) {
            return notNull;
        }
        int only = -1;
        for (int i = 0; i < union.options().size(); i++) {
            Schema option = service.resolve(union.options().get(i));
            if (value instanceof Map<?, ?> map && option instanceof Schema.ObjectSchema object) {
                if (hasConstantOf(object, map)) {
                    return i;
                }
                only = only == -1 ? i : -2;
            } else if (value instanceof List<?> && option instanceof Schema.ArraySchema) {
                only = only == -1 ? i : -2;
            } else if (sameScalar(option, value)) {
                only = only == -1 ? i : -2;
            } else if (option instanceof Schema.UnionSchema nested && meant(nested, value, service) >= 0) {
                only = only == -1 ? i : -2;
            }
        }
        return Math.max(only, -1);
    }

    /** Returns an object that need only have the union's discriminator, with a value that one of the options has. */
    static Optional<Schema.ObjectSchema> kinds(Schema.UnionSchema union, Service service) {
        String discriminator = union.discriminator();
        if (discriminator == null) {
            return Optional.empty();
        }
        List<Object> values = union.options().stream()
                .flatMap(option -> kindsOf(option, discriminator, service).stream())
                .distinct()
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Schema.ObjectSchema(
                        List.of(Schema.Property.required(discriminator, new Schema.ConstantSchema(values))),
                        Map.of(),
                        Schema.unknown()));
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

    private static boolean hasConstantOf(Schema.ObjectSchema object, Map<?, ?> value) {
        return object.properties().stream()
                .anyMatch(property -> property.schema() instanceof Schema.ConstantSchema constant
                        && constant.values().stream()
                                .anyMatch(v -> SchemaValidator.same(v, value.get(property.name()))));
    }

    private static boolean sameScalar(Schema option, @Nullable Object value) {
        return (option instanceof Schema.StringSchema && value instanceof String)
                || (option instanceof Schema.NumberSchema && value instanceof Number);
    }
}
