package dev.codemode.jsonschema.internal.schema;

import dev.codemode.catalog.internal.Circles;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds schemas that lead to one another at the same value, through {@code allOf}, {@code oneOf}, {@code anyOf},
 * references, and discriminators. Confined to one thread at a time.
 */
final class SameValue {
    private final References references;
    private final Discriminators discriminators;
    private final Map<String, Located> schemas = new HashMap<>();
    private final Circles circles = new Circles(this::successors);

    SameValue(References references, Discriminators discriminators) {
        this.references = references;
        this.discriminators = discriminators;
    }

    /** Returns whether each of the schemas leads to the other. */
    boolean circle(Located one, Located other) {
        return circles.share(pointer(one), pointer(other));
    }

    private String pointer(Located schema) {
        String pointer = schema.pointer();
        schemas.putIfAbsent(pointer, schema);
        return pointer;
    }

    private List<String> successors(String pointer) {
        List<Located> found = new ArrayList<>();
        Located schema = schemas.get(pointer);
        if (schema != null) {
            collect(schema, found);
            discriminators.kinds(schema).forEach(kind -> found.add(kind.schema()));
        }
        // A schema is a kind of itself if it may be used by itself; that is not a circle.
        return found.stream()
                .map(this::pointer)
                .filter(next -> !next.equals(pointer) || schema == null || isOwnPart(schema))
                .toList();
    }

    private boolean isOwnPart(Located schema) {
        List<Located> found = new ArrayList<>();
        collect(schema, found);
        return found.stream().anyMatch(at -> at.pointer().equals(schema.pointer()));
    }

    private void collect(Located at, List<Located> found) {
        if (at.text("$ref").isPresent()) {
            references.follow(at).ifPresent(found::add);
        }
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            at.get(keyword).items().forEach(part -> collect(part, found));
        }
    }
}
