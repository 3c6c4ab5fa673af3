package dev.codemode.mcp.internal.session;

import java.time.Clock;
import java.time.Duration;

/**
 * What a host can choose for every transport.
 *
 * @param maxRequestBytes the size of one message
 * @param drainTimeout how long running calls may go on when the server ends
 * @param clock measures how long sessions are idle, and what the log of refusals may say in a minute
 */
public record TransportOptions(Callers callers, int maxRequestBytes, Duration drainTimeout, Clock clock) {}
