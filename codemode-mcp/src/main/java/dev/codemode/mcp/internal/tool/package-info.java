/** What the two tools do when they are called, whatever the protocol. */
@NullMarked
package dev.codemode.mcp.internal.tool;

import org.jspecify.annotations.NullMarked;
