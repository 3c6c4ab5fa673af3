package dev.codemode.mcp.internal.rpc;

/**
 * An error of JSON-RPC 2.0, section 5.1. Its message is for the peer: it names no class, path or thread.
 *
 * @param code one of the constants
 * @param message one sentence, or two
 */
public record RpcError(int code, String message) {
    /** The text is not JSON. */
    public static final int PARSE = -32700;
    /** The JSON is not a message, or not one that is allowed now. */
    public static final int INVALID_REQUEST = -32600;
    /** The parameters do not fit the method. */
    public static final int INVALID_PARAMS = -32602;
    /** The server failed. */
    public static final int INTERNAL = -32603;
    /** The server's own errors; other MCP servers use this number for what the transport refuses. */
    public static final int REFUSED = -32000;
    /** There is no such session; other MCP servers use this number too. */
    public static final int NO_SESSION = -32001;

    /** Returns the error of a message that breaks a rule of the protocol. */
    public static RpcError invalid(String message) {
        return new RpcError(INVALID_REQUEST, message);
    }

    /** Returns the error of a message that the transport does not pass on. */
    public static RpcError refused(String message) {
        return new RpcError(REFUSED, message);
    }

    /** Returns the error of a failure whose details are for the log only. */
    public static RpcError internal() {
        return new RpcError(INTERNAL, "The server failed to answer. The details are in its log.");
    }
}
