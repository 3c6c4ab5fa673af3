/** The work of the two tools, independent of the protocol. */
@NullMarked
package dev.codemode.mcp.internal.tool;

import org.jspecify.annotations.NullMarked;
