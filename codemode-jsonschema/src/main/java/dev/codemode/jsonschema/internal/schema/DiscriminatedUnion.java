package dev.codemode.jsonschema.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.catalog.Schema;
import dev.codemode.jsonschema.internal.document.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the options of a union with a discriminator, each with the values that distinguish it from the others
 * (OpenAPI 3.2, 4.26). Confined to one thread at a time.
 */
final class DiscriminatedUnion {
    private final Discriminators discriminators;
    private final String property;
    private final List<Schema> options = new ArrayList<>();
    private boolean all = true;

    DiscriminatedUnion(Discriminators discriminators, String property) {
        this.discriminators = discriminators;
        this.property = property;
    }

    /**
     * Adds an option.
     *
     * @param option the option as read
     * @param schema where it was read from
     * @param values the discriminator's values for it; empty if the document gives none
     */
    void add(Schema option, Located schema, List<String> values) {
        Schema told = told(option, schema, values);
        all &= told != option || hasConstant(schema);
        options.add(told);
    }

    List<Schema> options() {
        return options;
    }

    /** Returns the name of the property if every option has a value for it, otherwise null. */
    @Nullable String discriminator() {
        return all ? property : null;
    }

    /** Adds the discriminator's values to an option that does not declare them itself. */
    private Schema told(Schema option, Located schema, List<String> values) {
        Optional<JsonNode> declared = discriminators.declared(schema, property);
        List<String> known = declared.map(DiscriminatedUnion::texts).orElse(List.of());
        boolean contradicts = !known.isEmpty() && !known.containsAll(values);
        if (values.isEmpty() || known.size() == 1 || contradicts || !discriminators.mayBeObject(schema)) {
            return option;
        }
        boolean required = declared.isEmpty() || discriminators.requires(schema, property);
        Schema constant = Schema.constants(values.toArray());
        Schema.Property kind =
                required ? Schema.Property.required(property, constant) : Schema.Property.optional(property, constant);
        return SchemaReader.intersection(List.of(Schema.object(List.of(kind)), option));
    }

    /** Returns the string constants of a schema. */
    private static List<String> texts(JsonNode schema) {
        List<String> texts = new ArrayList<>();
        if (schema.path("const").isTextual()) {
            texts.add(schema.path("const").asText());
        }
        schema.path("enum").forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private boolean hasConstant(Located schema) {
        return discriminators.requires(schema, property)
                && discriminators
                        .declared(schema, property)
                        .filter(declared -> !texts(declared).isEmpty())
                        .isPresent();
    }
}
