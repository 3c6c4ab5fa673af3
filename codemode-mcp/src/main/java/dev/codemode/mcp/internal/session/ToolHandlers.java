package dev.codemode.mcp.internal.session;

import dev.codemode.catalog.Caller;
import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.tool.ToolAnswer;
import dev.codemode.mcp.internal.tool.ToolCall;
import dev.codemode.mcp.internal.tool.ToolCalls;
import dev.codemode.text.ToolDescription;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers {@code tools/list} and {@code tools/call} for the caller of each request. They replace the SDK's own tool
 * registry, which has one description for all callers. Thread-safe.
 */
final class ToolHandlers {
    private final ToolCalls calls;
    private final JsonRpc json;

    ToolHandlers(ToolCalls calls, JsonRpc json) {
        this.calls = calls;
        this.json = json;
    }

    Mono<McpSchema.ListToolsResult> list(McpAsyncServerExchange exchange) {
        return Mono.fromSupplier(() -> list(RequestScope.of(exchange).caller()));
    }

    private McpSchema.ListToolsResult list(Caller caller) {
        try {
            return McpSchema.ListToolsResult.builder(
                            calls.list(caller).stream().map(this::tool).toList())
                    .build();
        } catch (Refusal e) {
            throw SdkMessages.exception(e.error());
        }
    }

    private McpSchema.Tool tool(ToolDescription tool) {
        // Searching twice finds the same; a script may do anything that its operations can do.
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

    /** Empty if the client cancelled the call: the protocol does not want an answer then. */
    Mono<Map<String, Object>> call(McpAsyncServerExchange exchange, @Nullable Object params) {
        RequestScope scope = RequestScope.of(exchange);
        ToolCall call;
        try {
            call = calls.read(params, scope.caller());
        } catch (Refusal e) {
            return Mono.error(SdkMessages.exception(e.error()));
        }
        return Mono.fromFuture(() -> calls.start(call, scope.call()).thenApply(ToolHandlers::result));
    }

    /** Returns a {@code CallToolResult} as the plain values that it is in a message. */
    private static @Nullable Map<String, Object> result(@Nullable ToolAnswer answer) {
        if (answer == null) {
            return null;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("content", List.of(text(answer.text())));
        result.put("isError", answer.failed());
        return result;
    }

    private static Map<String, Object> text(String text) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", "text");
        content.put("text", text);
        return content;
    }
}
