package dev.codemode.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;

/** What a peer sent, once read. */
sealed interface Incoming {
    /** A request, notification or response. */
    record Message(McpSchema.JSONRPCMessage message) implements Incoming {}

    /**
     * Text that is none of these.
     *
     * @param id the id that it carries, as far as one can be read
     * @param error what to answer
     */
    record Invalid(@Nullable Object id, RpcError error) implements Incoming {}
}
