package dev.codemode.mcp.internal.tool;

/**
 * What a model reads after a call.
 *
 * @param failed whether the call failed; the text then says how
 */
public record ToolAnswer(String text, boolean failed) {}
