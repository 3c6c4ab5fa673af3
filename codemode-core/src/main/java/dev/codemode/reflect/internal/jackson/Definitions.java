package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.JavaType;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.reflect.internal.use.TypeUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The named types of one service while they are found. A type has one definition for each direction; where both are
 * equal they become one, else the input's name ends in {@code Input}. Confined to one thread at a time.
 */
final class Definitions {
    private static final String INPUT = "in:";
    private static final String OUTPUT = "out:";

    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    private record Definition(JacksonType type, Schema schema, Docs docs) {}

    /** The finished types, and a rewriter that gives schemas their names. */
    record Named(List<TypeDefinition> types, SchemaRewriter rewriter) {}

    /** Builds a type's schema, once the type has a name that the schema may refer to. */
    interface Shape {
        Schema build() throws IOException;
    }

    Schema output(JacksonType type, Docs docs, Shape shape) {
        return define(OUTPUT, type, docs, shape);
    }

    Schema input(JacksonType type, Docs docs, Shape shape) {
        return define(INPUT, type, docs, shape);
    }

    private Schema define(String direction, JacksonType type, Docs docs, Shape shape) {
        JacksonType plain = new JacksonType(
                type.type(), new TypeUse(List.of(), type.use().nullness().arguments()));
        String id = direction + canonical(type.type()) + plain.use().nullnessKey();
        if (!definitions.containsKey(id)) {
            definitions.put(id, new Definition(plain, Schema.unknown(), docs));
            Schema schema = built(shape);
            definitions.put(id, new Definition(plain, schema, docs));
        }
        return Schema.reference(id);
    }

    /** A map's canonical name contains its arguments only if there are two. */
    private static String canonical(JavaType type) {
        return type.toCanonical() + (type.isContainerType() ? type.getBindings() : "");
    }

    /** What the mapper does not reveal stays unknown: a schema may be wider than the type, never narrower. */
    private static Schema built(Shape shape) {
        try {
            return shape.build();
        } catch (IOException e) {
            return Schema.unknown();
        }
    }

    /** Returns the shape behind a reference that this builder made, or the schema itself. */
    Schema resolve(Schema schema) {
        Schema resolved = schema;
        Set<String> seen = new LinkedHashSet<>();
        while (resolved instanceof Schema.ReferenceSchema reference && seen.add(reference.type())) {
            Definition definition = definitions.get(reference.type());
            resolved = definition == null ? Schema.unknown() : definition.schema();
        }
        return resolved;
    }

    /** Names the types that the roots reach, and drops the others. */
    Named name(List<Schema> roots) {
        Set<String> reached = reach(roots);
        Set<String> twins = twins(reached);
        Map<String, JacksonType> types = new LinkedHashMap<>();
        reached.forEach(id -> types.put(bare(id), definition(id).type()));
        Map<String, String> bareNames = TypeNames.assign(types);
        Map<String, String> names = new HashMap<>();
        for (String id : reached) {
            String name = bareNames.getOrDefault(bare(id), bare(id));
            boolean differs = id.startsWith(INPUT) && reached.contains(OUTPUT + bare(id)) && !twins.contains(bare(id));
            names.put(id, differs ? unused(name + "Input", bareNames) : name);
        }
        SchemaRewriter rewriter = SchemaRewriter.renaming(id -> names.getOrDefault(id, id));
        Map<String, TypeDefinition> named = new LinkedHashMap<>();
        for (String id : reached) {
            Definition definition = definition(id);
            String name = names.getOrDefault(id, id);
            named.putIfAbsent(name, new TypeDefinition(name, rewriter.rewrite(definition.schema()), definition.docs()));
        }
        return new Named(List.copyOf(named.values()), rewriter);
    }

    private static String unused(String name, Map<String, String> taken) {
        String unused = name;
        for (int i = 2; taken.containsValue(unused); i++) {
            unused = name + i;
        }
        return unused;
    }

    private Set<String> reach(List<Schema> roots) {
        Set<String> reached = new LinkedHashSet<>();
        List<Schema> open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            Schema schema = open.remove(0);
            SchemaRewriter.renaming(id -> {
                        if (definitions.containsKey(id) && reached.add(id)) {
                            open.add(definition(id).schema());
                        }
                        return id;
                    })
                    .rewrite(schema);
        }
        return reached;
    }

    /** Returns the types whose two directions are equal, assuming that all are equal until a difference is found. */
    private Set<String> twins(Set<String> reached) {
        Set<String> twins = new LinkedHashSet<>();
        reached.stream()
                .filter(id -> id.startsWith(INPUT) && reached.contains(OUTPUT + bare(id)))
                .forEach(id -> twins.add(bare(id)));
        boolean changed = true;
        while (changed) {
            SchemaRewriter canonical = SchemaRewriter.canonical(
                    id -> twins.contains(bare(id)) || !reached.contains(opposite(id)) ? bare(id) : id);
            changed = twins.removeIf(bare -> !canonical
                    .rewrite(definition(INPUT + bare).schema())
                    .equals(canonical.rewrite(definition(OUTPUT + bare).schema())));
        }
        return twins;
    }

    private Definition definition(String id) {
        Definition definition = definitions.get(id);
        if (definition == null) {
            throw new IllegalStateException("No definition " + id);
        }
        return definition;
    }

    private static String bare(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    private static String opposite(String id) {
        return id.startsWith(INPUT) ? OUTPUT + bare(id) : INPUT + bare(id);
    }
}
