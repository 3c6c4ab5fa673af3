package dev.codemode.mcp.internal.tool;

import dev.codemode.catalog.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool that exists.
 *
 * @param name of the tool
 * @param arguments as the client sent them, which may be anything
 * @param caller on whose behalf
 */
public record ToolCall(String name, @Nullable Object arguments, Caller caller) {}
