package dev.codemode.catalog;

import java.util.Objects;

/**
 * A named type of a service, referred to by {@link Schema.ReferenceSchema}. Immutable and thread-safe.
 *
 * @param name an identifier, unique in its service
 * @param schema the type's shape
 * @param docs the documentation of the type
 * @since 0.1
 */
public record TypeDefinition(String name, Schema schema, Docs docs) {
    /** Checks that nothing is null. */
    public TypeDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(docs, "docs");
    }
}
