package dev.codemode.mcp.internal.upstream;

/**
 * A tool that a server lists. Immutable and thread-safe.
 *
 * @param name its name
 * @param description what the server says about it; may be empty
 * @param inputSchemaJson the JSON Schema of its arguments
 */
public record UpstreamTool(String name, String description, String inputSchemaJson) {}
