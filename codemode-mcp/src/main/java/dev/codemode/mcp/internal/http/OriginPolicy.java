package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RefusalLog;
import dev.codemode.mcp.internal.rpc.RpcError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only web pages that the host knows, and answers only to the server's names: together this prevents DNS
 * rebinding, as the MCP specification requires of every HTTP server. Held by {@code HostPatternTest} and
 * {@code HttpRefusalsTest}. Thread-safe.
 */
final class OriginPolicy {
    private final List<HostPattern> origins;
    private final List<HostPattern> hosts;
    private final RefusalLog log;

    OriginPolicy(Set<HostPattern> origins, Set<HostPattern> hosts, RefusalLog log) {
        this.origins = List.copyOf(origins);
        this.hosts = List.copyOf(hosts);
        this.log = log;
    }

    /** Refuses the request if it comes from elsewhere. */
    void check(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (!allowed(hosts, host)) {
            log.unknown("Host", host == null ? "" : host, "allowedHosts");
            throw new Refusal(
                    421, RpcError.refused("The Host header names a host that this server does not answer to."));
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !allowed(origins, origin)) {
            log.unknown("Origin", origin, "allowedOrigins");
            throw new Refusal(
                    403, RpcError.refused("The Origin header names a web page that may not call this server."));
        }
    }

    private static boolean allowed(List<HostPattern> patterns, @Nullable String header) {
        HostPattern given = header == null ? null : HostPattern.read(header);
        return given != null && patterns.stream().anyMatch(pattern -> pattern.allows(given));
    }
}
