package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.TypeDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The named types that operations need, each read once for each direction in which it differs. Confined to one thread at
 * a time.
 */
final class Types {
    private final TypeNames names;
    private final Directions directions;
    private final Issues issues;
    private final SchemaReader requests;
    private final SchemaReader responses;
    private final Map<String, Named> wanted = new HashMap<>();
    private final Map<String, TypeDefinition> read = new HashMap<>();

    Types(TypeNames names, References references, Issues issues) {
        this.names = names;
        this.issues = issues;
        this.directions = new Directions(references);
        this.requests = new SchemaReader(Direction.REQUEST, this, references, issues);
        this.responses = new SchemaReader(Direction.RESPONSE, this, references, issues);
    }

    private record Named(Located at, Direction direction) {}

    SchemaReader reader(Direction direction) {
        return direction == Direction.REQUEST ? requests : responses;
    }

    /** Returns a reference to the type at this place. */
    Schema.ReferenceSchema reference(Located at, Direction direction) {
        boolean input = direction == Direction.REQUEST && directions.differ(at);
        String name = names.of(at) + (input ? "Input" : "");
        wanted.putIfAbsent(name, new Named(at, direction));
        return new Schema.ReferenceSchema(name);
    }

    /** Returns what a reference of {@link #reference} stands for. */
    Schema schema(Schema.ReferenceSchema reference) {
        return definition(reference.type()).schema();
    }

    private TypeDefinition definition(String name) {
        TypeDefinition known = read.get(name);
        if (known == null) {
            Named named = wanted.get(name);
            if (named == null) {
                throw new IllegalStateException("No type '" + name + "' was asked for.");
            }
            known = issues.attempt(named.at(), "The type '" + name + "'", () -> read(name, named))
                    .orElseGet(() -> new TypeDefinition(name, Schema.unknown(), Docs.none()));
            read.put(name, known);
        }
        return known;
    }

    private TypeDefinition read(String name, Named named) {
        SchemaReader reader = reader(named.direction());
        return new TypeDefinition(name, reader.inPlace(named.at()), reader.docs(named.at(), Prose.PART));
    }

    /** Returns the types that these schemas need, and those that these need in turn, by name. */
    List<TypeDefinition> needed(Collection<Schema> schemas) {
        Set<String> reached = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>(schemas);
        while (!open.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            collect(open.remove(), names);
            names.stream()
                    .filter(reached::add)
                    .forEach(name -> open.add(definition(name).schema()));
        }
        return reached.stream().sorted().map(this::definition).toList();
    }

    private static void collect(Schema schema, Set<String> names) {
        if (schema instanceof Schema.ReferenceSchema reference) {
            names.add(reference.type());
        } else if (schema instanceof Schema.ArraySchema array) {
            collect(array.items(), names);
        } else if (schema instanceof Schema.TupleSchema tuple) {
            tuple.items().forEach(item -> collect(item, names));
        } else if (schema instanceof Schema.UnionSchema union) {
            union.options().forEach(option -> collect(option, names));
        } else if (schema instanceof Schema.IntersectionSchema intersection) {
            intersection.parts().forEach(part -> collect(part, names));
        } else if (schema instanceof Schema.ObjectSchema object) {
            object.properties().forEach(property -> collect(property.schema(), names));
            object.patterns().values().forEach(pattern -> collect(pattern, names));
            collect(object.additional(), names);
        }
    }
}
