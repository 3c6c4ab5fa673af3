package dev.codemode.reflect.internal.mapping;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.reflect.internal.use.Usage;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The schemas of one service's types. Schemas hold provisional names until {@link #name} has seen all of them. Confined
 * to one thread at a time.
 */
public interface TypeSchemas {
    /** Returns the schema of what the mapper writes for a use of a type. */
    Schema output(MappedType type, Usage usage);

    /** Returns the schema of what the mapper reads for a use of a type. */
    Schema input(MappedType type, Usage usage);

    /** Returns the shape behind a schema's provisional name. */
    Schema resolve(Schema schema);

    /** Names the types that these schemas reach. */
    Named name(List<Schema> roots);

    /**
     * The named types of a service, and a function that gives schemas these names.
     *
     * @param types the types, in the order of first use
     * @param rename replaces provisional names in a schema
     */
    record Named(List<TypeDefinition> types, UnaryOperator<Schema> rename) {}
}
