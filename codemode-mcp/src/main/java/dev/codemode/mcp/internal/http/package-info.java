/** Streamable HTTP: a servlet with all its checks, and an HTTP server for it. */
@NullMarked
package dev.codemode.mcp.internal.http;

import org.jspecify.annotations.NullMarked;
