package dev.codemode.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.mcp.internal.http.HostPattern;
import dev.codemode.mcp.internal.http.HttpOptions;
import dev.codemode.mcp.internal.http.HttpServlets;
import dev.codemode.mcp.internal.http.SessionLimits;
import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import dev.codemode.mcp.internal.session.Callers;
import dev.codemode.mcp.internal.session.OpenedSession;
import dev.codemode.mcp.internal.session.StreamableSession;
import dev.codemode.mcp.internal.session.TransportOptions;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpNotificationHandler;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The tools, resources and prompts that the official conformance suite asks a server for, on the transport of this
 * module: what the suite finds here is the transport's fault. Fixed results are in {@code conformance/fixture.json}.
 */
final class ConformanceServer {
    private static final Duration STEP = Duration.ofMillis(50);

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonRpc json = new JsonRpc();
    private final JsonNode fixture;

    private ConformanceServer() throws IOException {
        try (InputStream in = ConformanceServer.class.getResourceAsStream("/conformance/fixture.json")) {
            fixture = mapper.readTree(in);
        }
    }

    /** Serves on the port that is given, until the process is killed. */
    public static void main(String[] arguments) throws IOException {
        McpHttpServer server = new ConformanceServer().start(Integer.parseInt(arguments[0]));
        System.out.println(server.url());
    }

    static McpHttpServer start() throws IOException {
        return new ConformanceServer().start(0);
    }

    private McpHttpServer start(int port) {
        Duration wait = Duration.ofSeconds(20);
        HttpOptions http = new HttpOptions(
                HostPattern.loopbackOrigins(),
                HostPattern.loopbackHosts(),
                new SessionLimits(1_000, 1_000, Duration.ofMinutes(30)),
                wait,
                Duration.ofSeconds(5),
                "/mcp");
        TransportOptions transport =
                new TransportOptions(Callers.everybody(), 1 << 20, Duration.ofSeconds(1), Clock.systemUTC());
        return new HttpServlets(transport, http, json, this::open).start("127.0.0.1", port);
    }

    private OpenedSession open(RpcMessage.Request initialize) {
        McpSchema.InitializeRequest request = json.bind(initialize.params(), McpSchema.InitializeRequest.class);
        Map<String, McpRequestHandler<?>> handlers = new HashMap<>();
        fixture.path("results").fieldNames().forEachRemaining(key -> {
            String method = key.split(" ", 2)[0];
            McpRequestHandler<Map<String, Object>> handler =
                    (exchange, params) -> answer(exchange, method, mapper.valueToTree(params));
            handlers.put(method, handler);
        });
        McpNotificationHandler ignored = (exchange, params) -> Mono.empty();
        McpStreamableServerSession session = new McpStreamableServerSession(
                UUID.randomUUID().toString(),
                request.capabilities(),
                request.clientInfo(),
                Duration.ofSeconds(20),
                handlers,
                Map.of(McpSchema.METHOD_NOTIFICATION_INITIALIZED, ignored));
        RpcMessage.Result answer = new RpcMessage.Result(initialize.id(), json.plain(fixture.path("initialize")));
        return new OpenedSession(new StreamableSession(json, session), answer);
    }

    private Mono<Map<String, Object>> answer(McpAsyncServerExchange exchange, String method, JsonNode params) {
        String name = Stream.of(params.path("name"), params.path("uri"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
        if (method.equals("tools/call")) {
            JsonNode form = fixture.path("elicitations").path(name);
            if (form.isObject()) {
                return elicit(exchange, params.path("arguments").path("message").asText("Please answer."), form);
            }
            switch (name) {
                case "test_tool_with_logging":
                    return logging(exchange);
                case "test_tool_with_progress":
                    return progress(exchange, params.path("_meta").path("progressToken"));
                case "test_sampling":
                    return sampling(
                            exchange, params.path("arguments").path("prompt").asText());
                default:
            }
        }
        JsonNode results = fixture.path("results");
        JsonNode result = results.path(results.has(method) ? method : method + " " + name);
        if (result.isMissingNode()) {
            return Mono.error(
                    McpError.builder(-32602).message("Nothing has this name.").build());
        }
        return Mono.just(object(withArguments(result.toString(), params.path("arguments"))));
    }

    private static String withArguments(String text, JsonNode arguments) {
        String filled = text;
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            filled = filled.replace(
                    "{" + argument.getKey() + "}", argument.getValue().asText());
        }
        return filled;
    }

    private Mono<Map<String, Object>> elicit(McpAsyncServerExchange exchange, String message, JsonNode form) {
        return exchange.createElicitation(McpSchema.ElicitFormRequest.builder(message, object(form.toString()))
                        .build())
                .map(answer -> text("action=" + answer.action() + ", content=" + answer.content()));
    }

    private Mono<Map<String, Object>> logging(McpAsyncServerExchange exchange) {
        return Flux.just("Tool execution started", "Tool processing data", "Tool execution completed")
                .delayElements(STEP)
                .concatMap(message -> exchange.loggingNotification(
                        McpSchema.LoggingMessageNotification.builder(McpSchema.LoggingLevel.INFO, message)
                                .build()))
                .then(Mono.just(text("Logged.")));
    }

    private Mono<Map<String, Object>> progress(McpAsyncServerExchange exchange, JsonNode token) {
        return Flux.just(0, 50, 100)
                .delayElements(STEP)
                .concatMap(done ->
                        exchange.progressNotification(McpSchema.ProgressNotification.builder(token.asText(), done)
                                .total(100.0)
                                .build()))
                .then(Mono.just(text("Done.")));
    }

    private Mono<Map<String, Object>> sampling(McpAsyncServerExchange exchange, String prompt) {
        McpSchema.SamplingMessage message = McpSchema.SamplingMessage.builder(
                        McpSchema.Role.USER,
                        McpSchema.TextContent.builder(prompt).build())
                .build();
        return exchange.createMessage(McpSchema.CreateMessageRequest.builder(List.of(message), 100)
                        .build())
                .map(answer -> text("LLM response: " + answer.content()));
    }

    private static Map<String, Object> text(String text) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(String json) {
        try {
            return Objects.requireNonNull(mapper.readValue(json, Map.class));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
