package dev.codemode.mcp;

import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the transport knows about one request: enough to tell who is calling, but not what is called. Immutable and
 * thread-safe.
 *
 * @param transport where it came from
 * @param headers the HTTP headers by name, in lower case; empty on stdio
 * @param remoteAddress the peer's address, as the container reports it; empty on stdio
 * @param principal the user that the container or a filter in front has authenticated; empty otherwise
 * @param sessionId the MCP session that the request names; empty on stdio and before a session exists
 * @since 0.1
 */
public record McpRequest(
        Transport transport,
        Map<String, List<String>> headers,
        String remoteAddress,
        Optional<Principal> principal,
        Optional<String> sessionId) {
    /** Copies the headers. */
    public McpRequest {
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(remoteAddress, "remoteAddress");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(sessionId, "sessionId");
        Map<String, List<String>> copy = new TreeMap<>();
        headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
    }

    /** Returns the first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Shows no header values, since they may hold credentials. */
    @Override
    public String toString() {
        return "McpRequest[transport=" + transport + ", headers=" + headers.keySet() + ", remoteAddress="
                + remoteAddress + "]";
    }

    /** The transports of a server. */
    public enum Transport {
        /** Standard input and output of this process. */
        STDIO,
        /** Streamable HTTP. */
        HTTP
    }
}
