package dev.codemode.jsonschema.internal.schema;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.words.Prose;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The named types that operations need, each read once for each direction in which it differs. Confined to one thread at
 * a time.
 */
public final class Types {
    private final TypeNames names;
    private final Directions directions;
    private final Discriminators discriminators;
    private final Issues issues;
    private final SchemaReader requests;
    private final SchemaReader responses;
    private final Map<String, Named> wanted = new HashMap<>();
    private final Map<String, TypeDefinition> read = new HashMap<>();

    public Types(TypeNames names, Discriminators discriminators, References references, Issues issues) {
        this.names = names;
        this.issues = issues;
        this.discriminators = discriminators;
        this.directions = new Directions(references, discriminators);
        SameValue sameValue = new SameValue(references, discriminators);
        this.requests = new SchemaReader(Direction.REQUEST, this, sameValue, references, issues);
        this.responses = new SchemaReader(Direction.RESPONSE, this, sameValue, references, issues);
    }

    private record Named(Located at, Direction direction, boolean alone) {}

    Discriminators discriminators() {
        return discriminators;
    }

    public SchemaReader reader(Direction direction) {
        return direction == Direction.REQUEST ? requests : responses;
    }

    /** Returns a reference to the type at this place. */
    Schema.ReferenceSchema reference(Located at, Direction direction) {
        return reference(names.of(at), new Named(at, direction, false));
    }

    /** Returns a reference to the type at this place without its kinds and options. */
    Schema.ReferenceSchema alone(Located at, Direction direction) {
        return reference(names.alone(at), new Named(at, direction, true));
    }

    private Schema.ReferenceSchema reference(String name, Named named) {
        boolean input = named.direction() == Direction.REQUEST && directions.differ(named.at());
        String full = name + (input ? "Input" : "");
        wanted.putIfAbsent(full, named);
        return new Schema.ReferenceSchema(full);
    }

    /** Returns whether the type is a union of the kinds that its discriminator tells apart. */
    public boolean hasKinds(Schema.ReferenceSchema reference) {
        Named named = wanted.get(reference.type());
        return named != null
                && !named.alone()
                && !discriminators.kinds(named.at()).isEmpty();
    }

    /** Returns the target of a reference from {@link #reference}. */
    public Schema schema(Schema.ReferenceSchema reference) {
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
        Schema schema = named.alone() ? reader.alone(named.at()) : reader.whole(named.at());
        return new TypeDefinition(name, schema, reader.docs(named.at(), Prose.PART));
    }

    /** Returns the types that these schemas need, directly or indirectly, keyed by name. */
    public List<TypeDefinition> needed(Collection<Schema> schemas) {
        Set<String> reached = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>(schemas);
        while (!open.isEmpty()) {
            open.remove().references().stream()
                    .filter(reached::add)
                    .forEach(name -> open.add(definition(name).schema()));
        }
        return reached.stream().sorted().map(this::definition).toList();
    }
}
