/** JSON-RPC 2.0: its messages, their text, and refusals. Depends on no other room. */
@NullMarked
package dev.codemode.mcp.internal.rpc;

import org.jspecify.annotations.NullMarked;
