package dev.codemode.mcp;

import io.modelcontextprotocol.spec.McpError;

/**
 * An error of JSON-RPC 2.0, section 5.1. Its message is for the peer: it names no class, path or thread.
 *
 * @param code one of the constants
 * @param message one sentence, or two
 */
record RpcError(int code, String message) {
    static final int PARSE = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL = -32603;
    /** A server's own errors; the number that other MCP servers use for what the transport refuses. */
    static final int REFUSED = -32000;
    /** The number that other MCP servers use for a session that is not there. */
    static final int NO_SESSION = -32001;

    static RpcError invalid(String message) {
        return new RpcError(INVALID_REQUEST, message);
    }

    static RpcError refused(String message) {
        return new RpcError(REFUSED, message);
    }

    static RpcError internal() {
        return new RpcError(INTERNAL, "The server failed to answer. The details are in its log.");
    }

    McpError toException() {
        return McpError.builder(code).message(message).build();
    }
}
