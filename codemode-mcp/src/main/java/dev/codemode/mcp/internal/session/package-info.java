/** Sessions of MCP. The only package that knows the SDK; its callers see nothing of it. */
@NullMarked
package dev.codemode.mcp.internal.session;

import org.jspecify.annotations.NullMarked;
