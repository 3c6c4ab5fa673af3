package dev.codemode.mcp.internal.http;

import java.time.Duration;

/**
 * How many sessions there may be, and for how long.
 *
 * @param max how many there may be in all
 * @param maxPerCaller how many one caller may have
 * @param idleTimeout how long a session without requests is kept
 */
public record SessionLimits(int max, int maxPerCaller, Duration idleTimeout) {}
