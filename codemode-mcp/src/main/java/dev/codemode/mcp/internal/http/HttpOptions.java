package dev.codemode.mcp.internal.http;

import java.time.Duration;
import java.util.Set;

/**
 * The options of a host for HTTP only.
 *
 * @param receiveTimeout how long the whole body of a request may take
 * @param heartbeat how often a silent answer sends a sign of life, which is how a client that has left is noticed
 * @param endpoint the path on the HTTP server that we start ourselves
 */
public record HttpOptions(
        Set<HostPattern> allowedOrigins,
        Set<HostPattern> allowedHosts,
        SessionLimits sessions,
        Duration receiveTimeout,
        Duration heartbeat,
        String endpoint) {}
