package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.RpcMessage;

/**
 * A new session over HTTP.
 *
 * @param answer what its client is sent for opening it
 */
public record OpenedSession(StreamableSession session, RpcMessage.Response answer) {}
