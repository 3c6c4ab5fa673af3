package dev.codemode.audit.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.audit.Tokens;
import dev.codemode.audit.ToolDefinition;
import dev.codemode.audit.ToolServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * A conversation of a scripted model with a real MCP client and server. The model is billed as by most clients: each
 * turn reads the tools, the task and everything that was written and returned before. Confined to one thread at a time.
 */
final class Conversation implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The cost of writing to and reading from a prompt cache, relative to reading without one. */
    private static final double CACHE_WRITE = 1.25;

    private static final double CACHE_READ = 0.1;

    /**
     * Separate threads, since a call blocks, and the client answers it on the common pool, which may have only one
     * thread.
     */
    private final ExecutorService callers = Executors.newCachedThreadPool();

    private final McpSyncClient client;
    private final long toolTokens;
    private long context;
    private long known;
    private int turns;
    private long input;
    private long output;
    private double cached;
    private long nanos;

    /** A call of a tool that the model writes. */
    record Call(String tool, Map<String, Object> arguments) {
        String json() {
            // Map.of has a different order in each process, and the order of keys changes the number of tokens.
            Map<String, Object> call = new LinkedHashMap<>();
            call.put("name", tool);
            call.put("arguments", arguments);
            return Conversation.json(call);
        }
    }

    Conversation(URI url) {
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder("http://" + url.getAuthority())
                        .endpoint(url.getPath())
                        .jsonMapper(new JacksonMcpJsonMapper(JSON))
                        .build())
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .build();
        client.initialize();
        toolTokens =
                ToolServer.url(url).stream().mapToLong(ToolDefinition::tokens).sum();
    }

    /** Forgets everything that was said, and gives the model a task. */
    void begin(String task) {
        context = toolTokens + Tokens.of(task);
        known = 0;
        turns = 0;
        input = 0;
        output = 0;
        cached = 0;
        nanos = 0;
    }

    /**
     * Makes the model write these calls in one turn, makes the calls concurrently, and puts their results into the
     * context.
     *
     * @throws IllegalStateException if a call fails: the model's script is wrong
     */
    List<String> turn(List<Call> calls) {
        write(calls.stream().map(Call::json).collect(Collectors.joining("\n")));
        long start = System.nanoTime();
        List<String> results = sideBySide(calls);
        nanos += System.nanoTime() - start;
        results.forEach(result -> context += Tokens.of(result));
        return results;
    }

    private List<String> sideBySide(List<Call> calls) {
        List<Future<String>> results =
                calls.stream().map(call -> callers.submit(() -> result(call))).toList();
        return results.stream().map(Conversation::join).toList();
    }

    private static String join(Future<String> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A scripted call failed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a scripted call runs.", e);
        }
    }

    private String result(Call call) {
        McpSchema.CallToolResult result = client.callTool(McpSchema.CallToolRequest.builder(call.tool())
                .arguments(call.arguments())
                .build());
        String text = ((McpSchema.TextContent) result.content().get(0)).text();
        if (Boolean.TRUE.equals(result.isError())) {
            throw new IllegalStateException("The scripted call " + call.json() + " failed: " + text);
        }
        return text;
    }

    /** Makes the model write its final answer. */
    Usage end(String answer) {
        write(answer);
        return new Usage(turns, input, output, cached, nanos / 1e6);
    }

    private void write(String text) {
        int written = Tokens.of(text);
        turns++;
        input += context;
        cached += CACHE_READ * known + CACHE_WRITE * (context - known);
        known = context;
        output += written;
        context += written;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A scripted call has no JSON form.", e);
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
        client.closeGracefully();
    }
}
