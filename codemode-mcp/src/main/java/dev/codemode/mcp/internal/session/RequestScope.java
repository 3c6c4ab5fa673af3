package dev.codemode.mcp.internal.session;

import dev.codemode.catalog.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import java.util.Map;
import java.util.Objects;
import reactor.util.context.Context;

/**
 * What a transport knows about a request and its handler needs. It travels in the SDK's transport context, which a
 * client cannot write to.
 *
 * @param caller on whose behalf
 * @param call the running request
 */
public record RequestScope(Caller caller, ClientRequest call) {
    private static final String KEY = "dev.codemode.mcp.request";

    Context writeTo(Context context) {
        return context.put(McpTransportContext.KEY, McpTransportContext.create(Map.of(KEY, this)));
    }

    static RequestScope of(McpAsyncServerExchange exchange) {
        return (RequestScope)
                Objects.requireNonNull(exchange.transportContext().get(KEY), "a request outside our transports");
    }
}
