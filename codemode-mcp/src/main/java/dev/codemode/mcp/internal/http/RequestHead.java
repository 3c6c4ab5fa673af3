package dev.codemode.mcp.internal.http;

import dev.codemode.catalog.Caller;
import dev.codemode.mcp.McpRequest;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RefusalLog;
import dev.codemode.mcp.internal.session.Callers;
import dev.codemode.mcp.internal.session.McpMethods;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the head of an HTTP request says about MCP, read once.
 *
 * @param session the session that it names; null if it names none
 * @param version the version of the protocol that it names; null if it names none
 */
record RequestHead(
        Caller caller, @Nullable String session, @Nullable String version) {
    /**
     * Reads the head, and asks the host who is calling.
     *
     * @throws Refusal if the host does not know the caller
     */
    static RequestHead read(HttpServletRequest request, Callers callers, RefusalLog refusals) {
        String session = request.getHeader(HttpMessages.SESSION);
        Caller caller = callers.of(describe(request, session), refusals);
        return new RequestHead(caller, session, request.getHeader("MCP-Protocol-Version"));
    }

    private static McpRequest describe(HttpServletRequest request, @Nullable String session) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return new McpRequest(
                McpRequest.Transport.HTTP,
                headers,
                request.getRemoteAddr(),
                Optional.ofNullable(request.getUserPrincipal()),
                Optional.ofNullable(session));
    }

    /**
     * Refuses a version that the server does not speak; without the header the protocol assumes an old one. Does not
     * apply to {@code initialize}, which negotiates the version in its body.
     */
    void requireKnownVersion() {
        // The SDK does not look at the header: github.com/modelcontextprotocol/java-sdk/issues/957.
        if (version != null && !version.isBlank() && !McpMethods.PROTOCOL_VERSIONS.contains(version.strip())) {
            throw Refusal.badRequest("The MCP-Protocol-Version header must be one of "
                    + String.join(", ", McpMethods.PROTOCOL_VERSIONS) + ".");
        }
    }
}
