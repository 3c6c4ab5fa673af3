package dev.codemode.openapi.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Finds out whether a discriminator (OpenAPI 3.1, 4.8.25) tells the options of a union apart by constants. Holds no state. */
final class Discriminators {
    private Discriminators() {}

    /** Returns the property's name, or null where an option does not say which values of it are its own. */
    static @Nullable String of(Located holder, Located options, References references) {
        String property = holder.get("discriminator").text("propertyName").orElse("");
        if (property.isEmpty()) {
            return null;
        }
        boolean all = options.items().stream()
                .allMatch(option -> references
                        .follow(option)
                        .filter(target -> isConstant(target, property, references))
                        .isPresent());
        return all ? property : null;
    }

    private static boolean isConstant(Located option, String property, References references) {
        boolean required = option.texts("required").contains(property);
        return required
                && references
                        .follow(option.get("properties").get(property))
                        .map(Located::node)
                        .filter(Discriminators::isConstant)
                        .isPresent();
    }

    private static boolean isConstant(JsonNode schema) {
        return schema.has("const") || schema.path("enum").size() > 0;
    }
}
