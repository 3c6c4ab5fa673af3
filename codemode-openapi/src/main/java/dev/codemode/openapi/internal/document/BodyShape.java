package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.schema.Direction;
import dev.codemode.jsonschema.internal.schema.Discriminators;
import dev.codemode.jsonschema.internal.schema.SchemaReader;
import dev.codemode.jsonschema.internal.schema.Types;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.internal.http.HttpBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether a body's properties are arguments next to the parameters, or whether the body is one argument
 * {@code body}: the latter where it is not an object with named properties, or where a property has the name of a
 * parameter. Confined to one thread at a time.
 */
final class BodyShape {
    private static final int MAX_DEPTH = 20;

    private final Types types;
    private final References references;
    private final FormShape forms;

    /** The properties of each type that makes up a body. */
    private final Map<String, Optional<Map<String, Schema.Property>>> ofTypes = new HashMap<>();

    BodyShape(Types types, References references, Issues issues) {
        this.types = types;
        this.references = references;
        this.forms = new FormShape(types, references, issues);
    }

    /**
     * A body as arguments.
     *
     * @param properties the arguments
     * @param http how they are written as a body
     */
    record Shaped(List<Schema.Property> properties, HttpBody http) {}

    Shaped shape(DeclaredOperation.Body body, Set<String> taken) {
        boolean plain = body.kind() == HttpBody.Kind.TEXT || body.kind() == HttpBody.Kind.BINARY;
        Schema schema = plain ? whole(body) : read(body);
        Optional<Map<String, Schema.Property>> named = plain || body.arrays() != null
                ? Optional.empty()
                : named(schema, 0).map(all -> withFiles(body, all));
        boolean flat = named.filter(properties -> !properties.isEmpty())
                .filter(properties -> properties.keySet().stream().noneMatch(taken::contains))
                .isPresent();
        boolean files = body.parts().values().stream().anyMatch(HttpBody.Part::binary);
        Schema whole = files && named.filter(all -> !all.isEmpty()).isPresent()
                ? Schema.object(List.copyOf(named.get().values()))
                : schema;
        return flat ? flat(body, named.orElseThrow()) : whole(body, whole, taken);
    }

    private Schema read(DeclaredOperation.Body body) {
        SchemaReader reader = types.reader(Direction.REQUEST);
        Schema schema = reader.read(body.schema());
        DeclaredOperation.Arrays arrays = body.arrays();
        if (arrays != null) {
            Schema other = reader.read(arrays.schema());
            boolean any = other.equals(Schema.unknown());
            return schema.equals(Schema.unknown())
                    ? schema
                    : Schema.union(List.of(schema, any ? Schema.array(Schema.unknown()) : other));
        }
        if (!FormShape.applies(body.kind())) {
            return schema;
        }
        Schema narrowed = forms.of(body.at(), body.mediaType(), body.schema(), schema);
        HttpBody.Part elements = body.parts().get(HttpBody.ELEMENTS);
        boolean files = narrowed instanceof Schema.ArraySchema && elements != null && elements.binary();
        return files ? Uploads.argument(narrowed) : narrowed;
    }

    private static Map<String, Schema.Property> withFiles(
            DeclaredOperation.Body body, Map<String, Schema.Property> named) {
        Map<String, Schema.Property> properties = new LinkedHashMap<>(named);
        properties.replaceAll((name, property) -> {
            HttpBody.Part part = body.parts().get(name);
            return part == null || !part.binary()
                    ? property
                    : new Schema.Property(
                            name, Uploads.argument(property.schema()), property.required(), property.docs());
        });
        return properties;
    }

    private static Schema whole(DeclaredOperation.Body body) {
        if (body.kind() == HttpBody.Kind.TEXT) {
            return Schema.string();
        }
        // Where a range of types is declared, a script may say which one it sends.
        return body.parts().containsKey(HttpBody.ELEMENTS) ? Uploads.typed() : Schema.string("base64");
    }

    private Shaped flat(DeclaredOperation.Body body, Map<String, Schema.Property> named) {
        List<Schema.Property> properties = named.values().stream()
                .map(property -> body.required() ? property : optional(property))
                .toList();
        HttpBody http = new HttpBody(
                body.mediaType(),
                body.kind(),
                null,
                new HttpBody.Properties(named.keySet(), isExplicitlyOpen(body.schema(), new HashSet<>())),
                body.required(),
                null,
                body.parts());
        return new Shaped(properties, http);
    }

    private static Schema.Property optional(Schema.Property property) {
        return new Schema.Property(property.name(), property.schema(), false, property.docs());
    }

    private Shaped whole(DeclaredOperation.Body body, Schema schema, Set<String> taken) {
        String argument = "body";
        for (int i = 0; taken.contains(argument); i++) {
            argument = "requestBody" + (i == 0 ? "" : i);
        }
        Docs own = types.reader(Direction.REQUEST).docs(body.at(), Prose.PART);
        String note = body.kind() == HttpBody.Kind.JSON ? "" : " (" + body.mediaType() + ")";
        Docs docs = Docs.of((own.text() + note).strip());
        DeclaredOperation.Arrays arrays = body.arrays();
        HttpBody http = new HttpBody(
                body.mediaType(),
                body.kind(),
                argument,
                HttpBody.Properties.none(),
                body.required(),
                arrays == null ? null : arrays.mediaType(),
                body.parts());
        return new Shaped(List.of(new Schema.Property(argument, schema, body.required(), docs)), http);
    }

    /** Returns the properties of an object, including those of all its parts; nothing if it is not such an object. */
    private Optional<Map<String, Schema.Property>> named(Schema schema, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        }
        if (schema instanceof Schema.ReferenceSchema reference) {
            return namedType(reference, depth);
        }
        if (schema instanceof Schema.ObjectSchema object) {
            boolean free = object.patterns().isEmpty()
                    && (object.additional() instanceof Schema.NeverSchema
                            || object.additional() instanceof Schema.UnknownSchema);
            return free ? Optional.of(byName(object.properties())) : Optional.empty();
        }
        if (schema instanceof Schema.UnionSchema union && union.options().size() == 2) {
            // Where the document permits null, leaving the body out says the same as null.
            return union.options().contains(Schema.nothing())
                    ? named(union.options().get(0), depth + 1)
                    : Optional.empty();
        }
        return schema instanceof Schema.IntersectionSchema intersection
                ? merged(intersection.parts(), depth)
                : Optional.empty();
    }

    /** Looks into each type once, since many parts may have it; a type that contains itself gains nothing by that. */
    private Optional<Map<String, Schema.Property>> namedType(Schema.ReferenceSchema reference, int depth) {
        Optional<Map<String, Schema.Property>> known = ofTypes.get(reference.type());
        if (known == null) {
            ofTypes.put(reference.type(), Optional.of(Map.of()));
            Schema schema = types.schema(reference);
            known = schema instanceof Schema.UnionSchema union && types.hasKinds(reference)
                    ? ofKinds(union, depth + 1)
                    : named(schema, depth + 1);
            ofTypes.put(reference.type(), known);
        }
        return known;
    }

    /** Returns the properties of all kinds together; only those that every kind requires are required. */
    private Optional<Map<String, Schema.Property>> ofKinds(Schema.UnionSchema union, int depth) {
        List<Map<String, Schema.Property>> kinds = new ArrayList<>();
        for (Schema option : union.options()) {
            Optional<Map<String, Schema.Property>> named = named(option, depth);
            if (named.isEmpty()) {
                return named;
            }
            kinds.add(named.get());
        }
        Map<String, Schema.Property> all = new LinkedHashMap<>();
        for (Map<String, Schema.Property> kind : kinds) {
            kind.values().forEach(property -> all.merge(property.name(), property, BodyShape::either));
        }
        all.replaceAll((name, property) ->
                kinds.stream().allMatch(kind -> kind.containsKey(name)) ? property : optional(property));
        return Optional.of(all);
    }

    private static Schema.Property either(Schema.Property first, Schema.Property second) {
        Set<Schema> options = new LinkedHashSet<>(options(first.schema()));
        options.addAll(options(second.schema()));
        Docs docs = first.docs().text().isEmpty() ? second.docs() : first.docs();
        return new Schema.Property(first.name(), oneOf(options), first.required() && second.required(), docs);
    }

    private static List<Schema> options(Schema schema) {
        return schema instanceof Schema.UnionSchema union && union.discriminator() == null
                ? union.options()
                : List.of(schema);
    }

    /** The constants of several kinds become one list. */
    private static Schema oneOf(Set<Schema> options) {
        Set<Object> values = new LinkedHashSet<>();
        Set<Schema> others = new LinkedHashSet<>();
        for (Schema option : options) {
            if (option instanceof Schema.ConstantSchema constant) {
                values.addAll(constant.values());
            } else {
                others.add(option);
            }
        }
        if (others.contains(Schema.unknown())) {
            return Schema.unknown();
        }
        List<Schema> all = new ArrayList<>(values.isEmpty() ? List.of() : List.of(Schema.constants(values.toArray())));
        all.addAll(others);
        return Schema.union(all);
    }

    private Optional<Map<String, Schema.Property>> merged(List<Schema> parts, int depth) {
        Map<String, Schema.Property> all = new LinkedHashMap<>();
        for (Schema part : parts) {
            Optional<Map<String, Schema.Property>> named = named(part, depth + 1);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            named.get().values().forEach(property -> all.merge(property.name(), property, BodyShape::both));
        }
        return Optional.of(all);
    }

    private static Schema.Property both(Schema.Property first, Schema.Property second) {
        Schema schema = says(first.schema(), second.schema())
                ? first.schema()
                : says(second.schema(), first.schema())
                        ? second.schema()
                        : new Schema.IntersectionSchema(List.of(first.schema(), second.schema()));
        Docs docs = first.docs().text().isEmpty() ? second.docs() : first.docs();
        return new Schema.Property(first.name(), schema, first.required() || second.required(), docs);
    }

    /** Returns whether the first schema includes everything that the second one says. */
    private static boolean says(Schema first, Schema second) {
        return first.equals(second)
                || second instanceof Schema.UnknownSchema
                || (second.equals(Schema.string())
                        && first instanceof Schema.ConstantSchema constant
                        && constant.values().stream().allMatch(String.class::isInstance));
    }

    private static Map<String, Schema.Property> byName(List<Schema.Property> properties) {
        return properties.stream()
                .collect(Collectors.toMap(
                        Schema.Property::name, property -> property, (first, second) -> first, LinkedHashMap::new));
    }

    /** Returns whether the document says explicitly that the object has further properties. */
    private boolean isExplicitlyOpen(Located schema, Set<String> visited) {
        Located at = references.follow(schema).orElse(schema);
        if (!visited.add(at.pointer())) {
            return false;
        }
        if (Discriminators.property(at).isPresent()) {
            return true;
        }
        Located additional = at.get("additionalProperties");
        if (additional.isObject() || additional.node().asBoolean(false)) {
            return true;
        }
        return at.get("allOf").items().stream().anyMatch(part -> isExplicitlyOpen(part, visited));
    }
}
