package dev.codemode.mcp.internal.http;

import dev.codemode.catalog.Caller;
import dev.codemode.mcp.internal.rpc.RpcMessage;

/**
 * One message of a client, with what the HTTP request that brought it says.
 *
 * @param head who sent it, in which session, for which version of the protocol
 * @param reply what goes back on the request
 */
record Inbound(RequestHead head, RpcMessage message, HttpReply reply) {
    Caller caller() {
        return head.caller();
    }
}
