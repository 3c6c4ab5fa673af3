package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.RpcMessage;

/** Where a session's messages for its client go, such as the answer to one HTTP request. Thread-safe. */
public interface MessageOutlet {
    /** Sends a message. May block for as long as the client does not read; a client that has left is not a failure. */
    void send(RpcMessage message);

    /** Says that nothing more will be sent; doing so twice is allowed. */
    void finish();
}
