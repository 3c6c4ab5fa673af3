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
 * @param receiveTimeout how long the whole body of a request may take
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
        int maxSessionsPerCaller,
        Duration receiveTimeout,
        String endpoint,
        Duration drainTimeout,
        Duration heartbeat,
        Clock clock) {
    static final Function<McpRequest, Caller> EVERYBODY = request -> Caller.anonymous();

    /** Returns whether there is more than one caller. */
    boolean tellsCallersApart() {
        return caller != EVERYBODY;
    }

    /**
     * Asks the host who is calling.
     *
     * @throws Refusal if the host's function throws
     */
    Caller callerOf(McpRequest request, RefusalLog log) {
        try {
            return Objects.requireNonNull(caller.apply(request), "the caller function returned null");
        } catch (RuntimeException e) {
            log.caller(request.remoteAddress(), e);
            throw Refusal.unauthorized();
        }
    }
}
