package dev.codemode.examples.bookshop.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.audit.Tokens;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** An MCP client that stands in for a model and counts what a model would pay. Confined to one thread at a time. */
final class ModelClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final McpJsonMapper mapper = new JacksonMcpJsonMapper(new ObjectMapper());
    private final McpSyncClient client;
    private int turns;
    private int tokens;

    private ModelClient(StdioClientTransport transport) {
        transport.setStdErrorHandler(System.err::println);
        client = McpClient.sync(transport)
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .build();
    }

    /** Starts the bookshop's server as a child process and connects to it. */
    static ModelClient connect() {
        ModelClient client = new ModelClient(
                new StdioClientTransport(ServerProcess.command(), new JacksonMcpJsonMapper(new ObjectMapper())));
        client.client.initialize();
        return client;
    }

    /** Returns the tools as JSON, which a model reads before its first turn. */
    String tools() {
        try {
            String json = mapper.writeValueAsString(client.listTools());
            tokens += Tokens.of(json);
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer search(String query, int limit) {
        return call("search", query, Map.of("query", query, "limit", limit));
    }

    Answer execute(String code) {
        return call("execute", code, Map.of("code", code));
    }

    private Answer call(String tool, String written, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        String text = ((McpSchema.TextContent) result.content().get(0)).text();
        turns++;
        tokens += Tokens.of(written) + Tokens.of(text);
        return new Answer(text, Boolean.TRUE.equals(result.isError()));
    }

    /** Returns the number of tool calls. */
    int turns() {
        return turns;
    }

    /** Returns the tokens of the tools, of their input and of their output. */
    int tokens() {
        return tokens;
    }

    /** Ends the server. */
    @Override
    public void close() {
        client.closeGracefully();
    }
}
