package dev.codemode.mcp.internal.upstream;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
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

/** Lists all pages of the tools of a live MCP server, and disconnects. Holds no state. */
public final class UpstreamTools {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UpstreamJson JSON = new UpstreamJson();

    private UpstreamTools() {}

    /**
     * Starts a server that communicates over standard input and output, lists its tools and ends it. Blocks, at most a
     * minute for the start.
     *
     * @param command the program and its arguments, at least the program
     * @throws UpstreamException if it does not start or answer; the message has the last lines of its standard error
     */
    public static List<UpstreamTool> ofCommand(List<String> command) throws UpstreamException, InterruptedException {
        CompletableFuture<List<UpstreamTool>> listed = new CompletableFuture<>();
        UpstreamProcess process =
                new UpstreamProcess(command, reason -> listed.completeExceptionally(new UpstreamException(reason)));
        Thread thread = new Thread(() -> list(process, listed), "codemode-mcp-upstream");
        thread.setDaemon(true);
        thread.start();
        try {
            return listed.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String errors = process.errors();
            throw new UpstreamException(
                    "The MCP server '" + String.join(" ", command) + "' did not list its tools: " + cause.getMessage()
                            + (errors.isEmpty() ? "" : "\nIts standard error ends with:\n" + errors),
                    cause);
        }
    }

    private static void list(McpClientTransport transport, CompletableFuture<List<UpstreamTool>> listed) {
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
     * @param url an absolute URL
     * @throws UpstreamException if the server does not answer
     */
    public static List<UpstreamTool> ofUrl(URI url) throws UpstreamException {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        try {
            List<UpstreamTool> tools = new ArrayList<>();
            list(
                    HttpClientStreamableHttpTransport.builder(url.getScheme() + "://" + url.getRawAuthority())
                            .endpoint(path + query)
                            .jsonMapper(JSON)
                            .build(),
                    tools::addAll);
            return tools;
        } catch (RuntimeException e) {
            throw new UpstreamException("The MCP server at " + url + " did not list its tools: " + e.getMessage(), e);
        }
    }

    private static void list(McpClientTransport transport, Consumer<List<UpstreamTool>> listed) {
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                // Only results of calls would be validated, and no tool is called here.
                .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(""))
                .build();
        try {
            client.initialize();
            List<UpstreamTool> tools = new ArrayList<>();
            for (McpSchema.Tool tool : client.listTools().tools()) {
                tools.add(new UpstreamTool(
                        tool.name(),
                        Objects.requireNonNullElse(tool.description(), ""),
                        JSON.writeValueAsString(tool.inputSchema())));
            }
            listed.accept(tools);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            client.closeGracefully();
        }
    }
}
