package dev.codemode.mcp.internal.session;

import java.util.List;
import java.util.Set;

/** The methods and versions of MCP that a transport has to know. */
public final class McpMethods {
    /** Opens a session. */
    public static final String INITIALIZE = "initialize";
    /** Asks whether the other side is there; allowed at any time. */
    public static final String PING = "ping";
    /** Says that the client knows what the server can do. */
    public static final String INITIALIZED = "notifications/initialized";
    /** Says that the client no longer wants an answer. */
    public static final String CANCELLED = "notifications/cancelled";

    /** The notifications of a client, besides the cancellation of a request. */
    public static final Set<String> NOTIFICATIONS = Set.of(INITIALIZED, "notifications/roots/list_changed");

    /** The protocol's versions that the server speaks, newest last. */
    public static final List<String> PROTOCOL_VERSIONS =
            List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

    private McpMethods() {}
}
