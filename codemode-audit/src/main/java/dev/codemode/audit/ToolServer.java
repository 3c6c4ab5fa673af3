package dev.codemode.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Lists all pages of the tools of a live MCP server, and disconnects. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ToolServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ToolServer() {}

    /**
     * Starts a server that communicates over standard input and output, lists its tools and ends it. Blocks, at most a
     * minute for the start.
     *
     * @param command the program and its arguments
     * @throws AuditException if it does not start or answer; the message has the last lines of its standard error
     */
    public static List<ToolDefinition> command(List<String> command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("The command of the server is empty.");
        }
        CompletableFuture<List<ToolDefinition>> listed = new CompletableFuture<>();
        ServerProcess process = new ServerProcess(
                command, mapper(), reason -> listed.completeExceptionally(new AuditException(reason)));
        Thread thread = new Thread(() -> list(process, listed), "codemode-audit-client");
        thread.setDaemon(true);
        thread.start();
        return await(listed, process, String.join(" ", command));
    }

    private static List<ToolDefinition> await(
            CompletableFuture<List<ToolDefinition>> listed, ServerProcess process, String command) {
        try {
            return listed.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String errors = process.errors();
            throw new AuditException(
                    "The MCP server '" + command + "' did not list its tools: " + cause.getMessage()
                            + (errors.isEmpty() ? "" : "\nIts standard error ends with:\n" + errors),
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditException("Interrupted while listing the tools of '" + command + "'.", e);
        }
    }

    private static void list(McpClientTransport transport, CompletableFuture<List<ToolDefinition>> listed) {
        try {
            // Before disconnecting, since the server's end would look like a failure.
            list(transport, listed::complete);
        } catch (RuntimeException e) {
            listed.completeExceptionally(e);
        }
    }

    /**
     * Lists the tools of a server at a Streamable HTTP URL (MCP 2025-11-25, Transports). Blocks.
     *
     * @throws AuditException if the server does not answer
     */
    public static List<ToolDefinition> url(URI url) {
        Objects.requireNonNull(url, "url");
        if (url.getScheme() == null || url.getAuthority() == null) {
            throw new IllegalArgumentException("'" + url + "' is not an absolute URL.");
        }
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        try {
            List<ToolDefinition> tools = new ArrayList<>();
            list(
                    HttpClientStreamableHttpTransport.builder(url.getScheme() + "://" + url.getRawAuthority())
                            .endpoint(path + query)
                            .jsonMapper(mapper())
                            .build(),
                    tools::addAll);
            return tools;
        } catch (RuntimeException e) {
            throw new AuditException("The MCP server at " + url + " did not list its tools: " + e.getMessage(), e);
        }
    }

    private static void list(McpClientTransport transport, Consumer<List<ToolDefinition>> listed) {
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .build();
        try {
            client.initialize();
            List<ToolDefinition> tools = new ArrayList<>();
            for (McpSchema.Tool tool : client.listTools().tools()) {
                tools.add(new ToolDefinition(
                        tool.name(),
                        Objects.requireNonNullElse(tool.description(), ""),
                        mapper().writeValueAsString(tool.inputSchema())));
            }
            listed.accept(tools);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            client.closeGracefully();
        }
    }

    private static McpJsonMapper mapper() {
        return new JacksonMcpJsonMapper(new ObjectMapper());
    }
}
