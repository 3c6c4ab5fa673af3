/** A client of other MCP servers, on the SDK's. */
@NullMarked
package dev.codemode.mcp.internal.upstream;

import org.jspecify.annotations.NullMarked;
