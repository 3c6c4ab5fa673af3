package dev.codemode.text;

import java.util.Objects;

/**
 * One of the two tools as a model sees it; an adapter translates it into its protocol. Equal catalogs give equal bytes.
 * Immutable and thread-safe.
 *
 * @param name {@code search} or {@code execute}
 * @param title a name for people
 * @param description what the model reads
 * @param inputSchemaJson the schema of the arguments as JSON text (JSON Schema 2020-12)
 * @param readOnly whether no call of the tool can change anything
 * @param destructive whether a call of the tool can do something that cannot be undone
 * @since 0.1
 */
public record ToolDescription(
        String name, String title, String description, String inputSchemaJson, boolean readOnly, boolean destructive) {
    /** Checks that nothing is null. */
    public ToolDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(inputSchemaJson, "inputSchemaJson");
    }
}
