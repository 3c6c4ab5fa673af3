package dev.codemode.mcp.internal.http;

import dev.codemode.catalog.Caller;
import dev.codemode.mcp.internal.rpc.RpcMessage;

/**
 * One message of a client, with the head of the HTTP request that carried it.
 *
 * @param head who sent it, in which session, and with which protocol version
 * @param reply the answer to the request
 */
record Inbound(RequestHead head, RpcMessage message, HttpReply reply) {
    Caller caller() {
        return head.caller();
    }
}
