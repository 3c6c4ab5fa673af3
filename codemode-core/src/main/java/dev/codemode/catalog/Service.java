package dev.codemode.catalog;

import dev.codemode.catalog.internal.CircularTypes;
import dev.codemode.catalog.internal.ReferencedTypes;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A namespace of operations, and the types that they share. Immutable and thread-safe.
 *
 * @param name its global name in scripts
 * @param docs the documentation of the service
 * @param operations the operations, keyed by dotted path, in order
 * @param types the named types that schemas of this service refer to, keyed by name, in order
 * @since 0.1
 */
public record Service(String name, Docs docs, Map<String, Operation> operations, Map<String, TypeDefinition> types) {
    /**
     * Copies the maps and keeps their order. A type that contains itself at the same value, such as
     * {@code V = string | V}, becomes what is left without the self-reference; a type of a service leads to itself only
     * through properties and elements.
     */
    public Service {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(docs, "docs");
        operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
        types = Collections.unmodifiableMap(new LinkedHashMap<>(CircularTypes.removed(types)));
    }

    /**
     * Returns a service with these operations and types.
     *
     * @throws IllegalArgumentException if two operations or two types have the same name, or an operation names another
     *     service
     */
    public static Service of(
            String name, Docs docs, Collection<Operation> operations, Collection<TypeDefinition> types) {
        Map<String, Operation> operationsByPath = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (!operation.name().service().equals(name)) {
                throw new IllegalArgumentException(
                        "Operation '" + operation.name() + "' does not belong to service '" + name + "'.");
            }
            if (operationsByPath.put(operation.name().dottedPath(), operation) != null) {
                throw new IllegalArgumentException("Two operations are named '" + operation.name() + "'.");
            }
        }
        Map<String, TypeDefinition> typesByName = new LinkedHashMap<>();
        for (TypeDefinition type : types) {
            if (typesByName.put(type.name(), type) != null) {
                throw new IllegalArgumentException("Two types of '" + name + "' are named '" + type.name() + "'.");
            }
        }
        return new Service(name, docs, operationsByPath, typesByName);
    }

    /** Returns the named type that the schema refers to, or the schema itself if it is not a reference. */
    public Schema resolve(Schema schema) {
        Schema resolved = schema;
        for (int steps = 0; resolved instanceof Schema.ReferenceSchema reference; steps++) {
            TypeDefinition type = types.get(reference.type());
            if (type == null || steps > types.size()) {
                return Schema.unknown();
            }
            resolved = type.schema();
        }
        return resolved;
    }

    /** Returns the operation's arguments, as the properties of an object; empty if it takes none. */
    public List<Schema.Property> parameters(Operation operation) {
        return resolve(operation.input()) instanceof Schema.ObjectSchema object ? object.properties() : List.of();
    }

    /**
     * Returns what the arguments of a call have to match: the operation's input, or, where that is only advice, an
     * object with the same names, each of them optional and with any value.
     */
    public Schema acceptedInput(Operation operation) {
        if (operation.argumentCheck() == ArgumentCheck.STRICT
                || !(resolve(operation.input()) instanceof Schema.ObjectSchema object)) {
            return operation.input();
        }
        List<Schema.Property> properties = object.properties().stream()
                .map(each -> new Schema.Property(each.name(), Schema.unknown(), false, each.docs()))
                .toList();
        Map<String, Schema> patterns = new LinkedHashMap<>(object.patterns());
        patterns.replaceAll((pattern, schema) -> Schema.unknown());
        boolean open = !(object.additional() instanceof Schema.NeverSchema);
        return new Schema.ObjectSchema(properties, patterns, open ? Schema.unknown() : Schema.never());
    }

    /**
     * Returns this service with only the operations that the filter keeps and the types that they lead to, or nothing
     * if it keeps no operation.
     */
    public Optional<Service> filter(Predicate<Operation> filter) {
        Map<String, Operation> kept = new LinkedHashMap<>(operations);
        kept.values().removeIf(filter.negate());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        if (kept.size() == operations.size()) {
            return Optional.of(this);
        }
        Stream<Schema> said = kept.values().stream().flatMap(each -> Stream.of(each.input(), each.output()));
        return Optional.of(new Service(name, docs, kept, ReferencedTypes.reached(said, types)));
    }
}
