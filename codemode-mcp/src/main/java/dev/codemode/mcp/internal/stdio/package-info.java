/** One client on standard input and output. */
@NullMarked
package dev.codemode.mcp.internal.stdio;

import org.jspecify.annotations.NullMarked;
