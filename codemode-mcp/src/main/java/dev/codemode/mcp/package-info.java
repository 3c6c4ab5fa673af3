/**
 * The two tools over MCP (protocol 2025-11-25 and those before it): {@link dev.codemode.mcp.CodeModeMcp} is the entry.
 *
 * <p>Our transports stand under the sessions of the MCP SDK: they check, bound and number what comes in, know which
 * call runs on which thread, and write what goes out. No type of the SDK is visible from outside.
 */
@NullMarked
package dev.codemode.mcp;

import org.jspecify.annotations.NullMarked;
