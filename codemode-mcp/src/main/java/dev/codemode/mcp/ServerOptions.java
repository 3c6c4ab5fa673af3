package dev.codemode.mcp;

import dev.codemode.catalog.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What a host can choose, with the defaults.
 *
 * @param heartbeat how often a silent answer says that it is still there, which is how a client that left is noticed
 * @param clock what idle sessions are measured by
 */
record ServerOptions(
        String name,
        String version,
        String instructions,
        Function<McpRequest, Caller> caller,
        Set<HostPattern> allowedOrigins,
        Set<HostPattern> allowedHosts,
        int maxRequestBytes,
        Duration sessionIdleTimeout,
        int maxSessions,
        String endpoint,
        Duration drainTimeout,
        Duration heartbeat,
        Clock clock) {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    /**
     * Asks the host who is calling.
     *
     * @throws Refusal if the host's function throws
     */
    Caller callerOf(McpRequest request) {
        try {
            return Objects.requireNonNull(caller.apply(request), "the caller function returned null");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The caller of a request was not accepted", e);
            throw Refusal.unauthorized();
        }
    }
}
