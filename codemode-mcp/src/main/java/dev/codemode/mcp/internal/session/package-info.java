/** Sessions of MCP. The only room that knows the SDK, of which its callers see nothing. */
@NullMarked
package dev.codemode.mcp.internal.session;

import org.jspecify.annotations.NullMarked;
