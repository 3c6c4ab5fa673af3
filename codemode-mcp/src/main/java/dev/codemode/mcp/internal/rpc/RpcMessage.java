package dev.codemode.mcp.internal.rpc;

import java.util.Collections;
import java.util.Map;

/**
 * One message of JSON-RPC 2.0. It carries plain values: maps, lists, texts, numbers, booleans and null. Immutable as
 * long as those are not changed.
 */
public sealed interface RpcMessage {
    /**
     * A request of either side.
     *
     * @param id a text or an integer; the number 1 and the text "1" are different
     * @param params empty where there are none
     */
    record Request(Object id, String method, Map<String, Object> params) implements RpcMessage {
        /** Keeps a view of the parameters. */
        public Request {
            params = Collections.unmodifiableMap(params);
        }
    }

    /**
     * A message that expects no answer.
     *
     * @param params empty where there are none
     */
    record Notification(String method, Map<String, Object> params) implements RpcMessage {
        /** Keeps a view of the parameters. */
        public Notification {
            params = Collections.unmodifiableMap(params);
        }
    }

    /** The answer to a request. */
    sealed interface Response extends RpcMessage {
        /** Returns the id of the request. */
        Object id();
    }

    /** The answer to a request that succeeded. */
    record Result(Object id, Object value) implements Response {}

    /** The answer to a request that failed. */
    record Failure(Object id, RpcError error) implements Response {}
}
