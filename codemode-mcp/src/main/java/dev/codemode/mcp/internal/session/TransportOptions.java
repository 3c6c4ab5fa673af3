package dev.codemode.mcp.internal.session;

import java.time.Clock;
import java.time.Duration;

/**
 * The options of a host for every transport.
 *
 * @param maxRequestBytes the size of one message
 * @param drainTimeout how long running calls may continue when the server ends
 * @param clock measures how long sessions are idle, and the minutes of the log of refusals
 */
public record TransportOptions(Callers callers, int maxRequestBytes, Duration drainTimeout, Clock clock) {}
