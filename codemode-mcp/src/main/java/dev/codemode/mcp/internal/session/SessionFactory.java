package dev.codemode.mcp.internal.session;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import dev.codemode.mcp.internal.tool.ToolCalls;
import io.modelcontextprotocol.server.McpNotificationHandler;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Creates the SDK's sessions with our handlers. Thread-safe.
 *
 * <p>The SDK's {@code McpServer} uses its own tool registry, which has one description of a tool for all callers, so we
 * use its sessions one level below.
 */
public final class SessionFactory {
    private static final int MAX_NAME = 200;

    /** How long the server waits for a client to answer a request of the server. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(10);

    private final McpSchema.Implementation server;
    private final String instructions;
    private final JsonRpc json;
    private final Map<String, McpRequestHandler<?>> requests;
    private final Map<String, McpNotificationHandler> notifications = notifications();

    /** Prepares to open sessions with these tools. */
    public SessionFactory(ServerIdentity identity, ToolCalls tools, JsonRpc json) {
        this.server = McpSchema.Implementation.builder(identity.name(), identity.version())
                .build();
        this.instructions = identity.instructions();
        this.requests = requests(new ToolHandlers(tools, json));
        this.json = json;
    }

    /** Returns a session whose messages go to this outlet. */
    public StdioSession onStdio(MessageOutlet outlet) {
        McpServerSession session = new McpServerSession(
                UUID.randomUUID().toString(),
                REQUEST_TIMEOUT,
                new OutletTransport(json, outlet),
                request -> Mono.just(initialize(request)),
                requests,
                notifications);
        return new StdioSession(json, session);
    }

    /**
     * Opens a session.
     *
     * @throws Refusal if the request's parameters do not fit
     */
    public OpenedSession onHttp(RpcMessage.Request initialize) {
        McpSchema.InitializeRequest request = InitializeParameters.bind(json, initialize);
        McpStreamableServerSession session = new McpStreamableServerSession(
                UUID.randomUUID().toString(),
                kept(request.capabilities()),
                kept(request.clientInfo()),
                REQUEST_TIMEOUT,
                requests,
                notifications);
        return new OpenedSession(
                new StreamableSession(json, session),
                new RpcMessage.Result(initialize.id(), json.plain(initialize(request))));
    }

    /** Returns what the server may need later; a session lives long, and a client may send a megabyte about itself. */
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
        List<String> spoken = McpMethods.PROTOCOL_VERSIONS;
        String newest = spoken.get(spoken.size() - 1);
        String version = spoken.contains(request.protocolVersion()) ? request.protocolVersion() : newest;
        McpSchema.ServerCapabilities capabilities =
                McpSchema.ServerCapabilities.builder().tools(false).build();
        McpSchema.InitializeResult.Builder result = McpSchema.InitializeResult.builder(version, capabilities, server);
        return (instructions.isEmpty() ? result : result.instructions(instructions)).build();
    }

    private static Map<String, McpRequestHandler<?>> requests(ToolHandlers tools) {
        McpRequestHandler<Object> ping = (exchange, params) -> Mono.just(Map.of());
        McpRequestHandler<McpSchema.ListToolsResult> list = (exchange, params) -> tools.list(exchange);
        McpRequestHandler<Map<String, Object>> call = tools::call;
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
