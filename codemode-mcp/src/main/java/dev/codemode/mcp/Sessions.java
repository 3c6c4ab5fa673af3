package dev.codemode.mcp;

import io.modelcontextprotocol.server.McpNotificationHandler;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Makes the SDK's sessions with our handlers. Thread-safe.
 *
 * <p>The SDK's {@code McpServer} would do so with its own tool registry, which has one description of a tool for every
 * caller, so its sessions are used one level below.
 */
final class Sessions {
    /** What the server speaks, newest last. */
    static final List<String> PROTOCOL_VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    /** What a client may say without a question, besides that it cancels a request. */
    static final Set<String> NOTIFICATIONS =
            Set.of(McpSchema.METHOD_NOTIFICATION_INITIALIZED, McpSchema.METHOD_NOTIFICATION_ROOTS_LIST_CHANGED);

    private static final int MAX_NAME = 200;

    /** How long the server waits for a client to answer a request of the server. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(10);

    private final McpSchema.Implementation server;
    private final String instructions;
    private final Map<String, McpRequestHandler<?>> requests;
    private final Map<String, McpNotificationHandler> notifications = notifications();

    Sessions(ServerOptions options, ToolHandlers tools) {
        this.server = McpSchema.Implementation.builder(options.name(), options.version())
                .build();
        this.instructions = options.instructions();
        this.requests = requests(tools);
    }

    McpServerSession onStdio(McpServerTransport transport) {
        return new McpServerSession(
                UUID.randomUUID().toString(),
                REQUEST_TIMEOUT,
                transport,
                request -> Mono.just(initialize(request)),
                requests,
                notifications);
    }

    McpStreamableServerSessionInit onHttp(McpSchema.InitializeRequest request) {
        McpStreamableServerSession session = new McpStreamableServerSession(
                UUID.randomUUID().toString(),
                kept(request.capabilities()),
                kept(request.clientInfo()),
                REQUEST_TIMEOUT,
                requests,
                notifications);
        return new McpStreamableServerSessionInit(session, Mono.just(initialize(request)));
    }

    /** Returns what the server may want to know later; a session lives long, and a client may say a megabyte of itself. */
    private static McpSchema.ClientCapabilities kept(McpSchema.ClientCapabilities given) {
        return new McpSchema.ClientCapabilities(null, given.roots(), given.sampling(), given.elicitation());
    }

    private static McpSchema.Implementation kept(McpSchema.Implementation given) {
        return McpSchema.Implementation.builder(clipped(given.name()), clipped(given.version()))
                .build();
    }

    private static String clipped(String text) {
        return text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME);
    }

    private McpSchema.InitializeResult initialize(McpSchema.InitializeRequest request) {
        String newest = PROTOCOL_VERSIONS.get(PROTOCOL_VERSIONS.size() - 1);
        String version = PROTOCOL_VERSIONS.contains(request.protocolVersion()) ? request.protocolVersion() : newest;
        McpSchema.ServerCapabilities capabilities =
                McpSchema.ServerCapabilities.builder().tools(false).build();
        McpSchema.InitializeResult.Builder result = McpSchema.InitializeResult.builder(version, capabilities, server);
        return (instructions.isEmpty() ? result : result.instructions(instructions)).build();
    }

    private static Map<String, McpRequestHandler<?>> requests(ToolHandlers tools) {
        McpRequestHandler<Object> ping = (exchange, params) -> Mono.just(Map.of());
        McpRequestHandler<McpSchema.ListToolsResult> list = (exchange, params) -> tools.list(exchange);
        McpRequestHandler<McpSchema.CallToolResult> call = tools::call;
        return Map.of(
                McpSchema.METHOD_PING, ping,
                McpSchema.METHOD_TOOLS_LIST, list,
                McpSchema.METHOD_TOOLS_CALL, call);
    }

    private static Map<String, McpNotificationHandler> notifications() {
        return Map.of(
                McpSchema.METHOD_NOTIFICATION_INITIALIZED,
                (exchange, params) -> Mono.empty(),
                McpSchema.METHOD_NOTIFICATION_ROOTS_LIST_CHANGED,
                (exchange, params) -> Mono.empty());
    }
}
