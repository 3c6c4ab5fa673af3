package dev.codemode.catalog;

import dev.codemode.catalog.internal.EcmaIdentifier;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A named type of a service, referred to by {@link Schema.ReferenceSchema}. Immutable and thread-safe.
 *
 * @param name a name without a {@link #problem}, unique in its service
 * @param schema the type's shape
 * @param docs the documentation of the type
 * @since 0.1
 */
public record TypeDefinition(String name, Schema schema, Docs docs) {
    /** Types that TypeScript itself has and declarations use, and words that cannot name a type there. */
    private static final Set<String> TAKEN = Set.of(
            ("Array Boolean Date Error Function Map Number Object Partial Promise Readonly Record Set String Symbol"
                            + " any bigint boolean never null number object string symbol undefined unknown type namespace")
                    .split(" "));

    /** Checks that nothing is null. */
    public TypeDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(docs, "docs");
    }

    /** Returns what keeps declarations from having a type of this name, or nothing. */
    public static Optional<String> problem(String name) {
        if (!EcmaIdentifier.matches(name)) {
            return Optional.of("'" + name
                    + "' cannot name a type, because it is not an identifier: use letters, digits, '_' and '$'.");
        }
        return TAKEN.contains(name) || EcmaIdentifier.RESERVED.contains(name)
                ? Optional.of("'" + name + "' cannot name a type, because TypeScript uses this name: choose another.")
                : Optional.empty();
    }
}
