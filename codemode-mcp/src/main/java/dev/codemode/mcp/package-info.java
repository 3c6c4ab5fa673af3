/**
 * The two tools over MCP (protocol 2025-11-25 and those before it): {@link dev.codemode.mcp.CodeModeMcp} is the entry.
 *
 * <p>The transports are our own, below the sessions of the MCP SDK: they check, bound and number incoming messages,
 * know which call runs on which thread, and write the answers. No type of the SDK is visible from outside.
 */
@NullMarked
package dev.codemode.mcp;

import org.jspecify.annotations.NullMarked;
