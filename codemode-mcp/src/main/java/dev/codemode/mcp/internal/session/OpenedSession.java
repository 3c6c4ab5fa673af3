package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.RpcMessage;

/**
 * A new session over HTTP.
 *
 * @param answer the answer to the client that opens it
 */
public record OpenedSession(StreamableSession session, RpcMessage.Response answer) {}
