package dev.codemode.mcp;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.SearchQuery;
import dev.codemode.catalog.Caller;
import dev.codemode.text.ToolDescription;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers {@code tools/list} and {@code tools/call} for the caller of each request. The SDK's own tool registry knows
 * one description for all callers, so these handlers stand in its place. Thread-safe.
 */
final class ToolHandlers {
    /** Far above what a sandbox runs at once; it bounds the threads that a flood of calls can start. */
    static final int MAX_CALLS = 256;

    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");
    private static final Set<String> TOOLS = Set.of("search", "execute");
    private static final int MAX_NAME = 80;

    private final CodeMode codeMode;
    private final JsonRpc json;
    private final Executor executor;
    private final Semaphore places = new Semaphore(MAX_CALLS);

    ToolHandlers(CodeMode codeMode, JsonRpc json, Executor executor) {
        this.codeMode = codeMode;
        this.json = json;
        this.executor = executor;
    }

    Mono<McpSchema.ListToolsResult> list(McpAsyncServerExchange exchange) {
        return Mono.fromSupplier(() -> list(RequestScope.of(exchange).caller()));
    }

    /** The SDK would log a failure with the client's own id for the request. */
    private McpSchema.ListToolsResult list(Caller caller) {
        try {
            return McpSchema.ListToolsResult.builder(
                            codeMode.tools(caller).stream().map(this::tool).toList())
                    .build();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The tools could not be listed", e);
            throw RpcError.internal().toException();
        }
    }

    private McpSchema.Tool tool(ToolDescription tool) {
        // Searching twice finds the same; a script may do anything that its operations do.
        boolean search = tool.name().equals("search");
        return McpSchema.Tool.builder(tool.name(), json.object(tool.inputSchemaJson()))
                .title(tool.title())
                .description(tool.description())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(tool.readOnly())
                        .destructiveHint(tool.destructive())
                        .idempotentHint(search ? true : null)
                        .build())
                .build();
    }

    /** Empty if the client cancelled the call: the protocol wants no answer then. */
    Mono<CallToolResult> call(McpAsyncServerExchange exchange, @Nullable Object params) {
        Map<?, ?> call = params instanceof Map<?, ?> map ? map : Map.of();
        if (!(call.get("name") instanceof String name) || !TOOLS.contains(name)) {
            return Mono.error(unknown(call.get("name")).toException());
        }
        RequestScope scope = RequestScope.of(exchange);
        return Mono.fromFuture(() -> start(scope, name, call.get("arguments")));
    }

    private RpcError unknown(@Nullable Object name) {
        if (!(name instanceof String text)) {
            return new RpcError(RpcError.INVALID_PARAMS, "'name' must be the name of a tool: search or execute.");
        }
        String shown = json.text(text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME) + "…");
        return new RpcError(RpcError.INVALID_PARAMS, "There is no tool " + shown + "; there are search and execute.");
    }

    private CompletableFuture<@Nullable CallToolResult> start(
            RequestScope scope, String name, @Nullable Object arguments) {
        if (!places.tryAcquire()) {
            return CompletableFuture.completedFuture(busy(name));
        }
        CompletableFuture<@Nullable CallToolResult> result = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                try {
                    result.complete(work(scope, name, arguments));
                } finally {
                    places.release();
                }
            });
        } catch (RejectedExecutionException e) {
            places.release();
            result.complete(busy(name));
        }
        return result;
    }

    private @Nullable CallToolResult work(RequestScope scope, String name, @Nullable Object arguments) {
        if (!scope.call().enter()) {
            return null;
        }
        CallToolResult result;
        boolean wanted;
        try {
            result = answer(name, arguments, scope.caller());
        } finally {
            wanted = scope.call().leave();
        }
        return wanted ? result : null;
    }

    private CallToolResult answer(String name, @Nullable Object arguments, Caller caller) {
        try {
            return name.equals("search") ? search(arguments, caller) : execute(arguments, caller);
        } catch (RuntimeException | Error e) {
            String reference = UUID.randomUUID().toString();
            LOG.log(System.Logger.Level.ERROR, "Tool call " + reference + " of " + name + " failed", e);
            return text(
                    name + ": the server failed to carry out the call. Its log has the details under " + reference
                            + ".",
                    true);
        }
    }

    private CallToolResult search(@Nullable Object given, Caller caller) {
        ToolArguments arguments =
                new ToolArguments(json, "search", given, List.of("query", "service", "limit", "offset"));
        String query = arguments.text("query");
        String service = arguments.text("service");
        int limit = arguments.integer("limit", SearchQuery.DEFAULT_LIMIT, 1, SearchQuery.MAX_LIMIT);
        int offset = arguments.integer("offset", 0, 0, Integer.MAX_VALUE);
        if (!arguments.mistakes().isEmpty()) {
            return text(arguments.mistakes(), true);
        }
        return text(
                codeMode.search(new SearchQuery(query, service, limit, offset), caller)
                        .text(),
                false);
    }

    private CallToolResult execute(@Nullable Object given, Caller caller) {
        ToolArguments arguments = new ToolArguments(json, "execute", given, List.of("code"));
        String code = arguments.requiredText("code");
        if (!arguments.mistakes().isEmpty()) {
            return text(arguments.mistakes(), true);
        }
        ExecuteAnswer answer = codeMode.execute(code, caller);
        return text(answer.text(), answer.failed());
    }

    private static CallToolResult busy(String name) {
        return text(name + ": the server carries out too many calls already. Try again in a few seconds.", true);
    }

    private static CallToolResult text(String text, boolean failed) {
        return CallToolResult.builder().addTextContent(text).isError(failed).build();
    }
}
