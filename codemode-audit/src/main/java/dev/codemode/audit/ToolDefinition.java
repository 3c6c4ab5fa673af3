package dev.codemode.audit;

import dev.codemode.catalog.Service;
import java.util.List;
import java.util.Objects;

/**
 * A tool as {@code tools/list} shows it (MCP 2025-11-25, Tools): the part that a model reads. Immutable and
 * thread-safe.
 *
 * @param name the tool's name
 * @param description its description; empty if there is none
 * @param inputSchemaJson the schema of its arguments, a JSON object as text
 * @since 0.1
 */
public record ToolDefinition(String name, String description, String inputSchemaJson) {
    /** Checks that nothing is null. */
    public ToolDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(inputSchemaJson, "inputSchemaJson");
    }

    /** Returns the operations of a service as one tool each; the schemas have the types that they need in {@code $defs}. */
    public static List<ToolDefinition> of(Service service) {
        return Tool.of(service).stream().map(Tool::definition).toList();
    }

    /**
     * Returns the tokens of the tool as a JSON object of name, description and input schema.
     *
     * @throws IllegalArgumentException if the input schema is not a JSON object
     */
    public int tokens() {
        return Tool.of(this).tokens();
    }
}
