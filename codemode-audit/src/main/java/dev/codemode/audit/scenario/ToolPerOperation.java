package dev.codemode.audit.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.audit.ToolDefinition;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Service;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves operations in the usual way, as one MCP tool each. Thread-safe. */
final class ToolPerOperation implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JSON);
    private static final String ENDPOINT = "/mcp";
    private static final long PATIENCE_SECONDS = 30;

    private final McpSyncServer server;
    private final Server jetty;
    private final URI url;

    private ToolPerOperation(McpSyncServer server, Server jetty, URI url) {
        this.server = server;
        this.jetty = jetty;
        this.url = url;
    }

    /** Starts the server on a free port of the loopback address. */
    static ToolPerOperation start(ServiceSource source) {
        HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(MAPPER)
                .mcpEndpoint(ENDPOINT)
                .build();
        McpSyncServer server = McpServer.sync(transport)
                .serverInfo("tools", "0.1")
                .jsonMapper(MAPPER)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .tools(tools(source.load()))
                .build();
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletHolder holder = new ServletHolder(transport);
        holder.setAsyncSupported(true);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(holder, ENDPOINT);
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot serve tools on the loopback address: " + e.getMessage(), e);
        }
        return new ToolPerOperation(
                server, jetty, URI.create("http://127.0.0.1:" + connector.getLocalPort() + ENDPOINT));
    }

    private static List<SyncToolSpecification> tools(SourceSnapshot snapshot) {
        List<SyncToolSpecification> tools = new ArrayList<>();
        for (Service service : snapshot.services()) {
            List<Operation> operations = List.copyOf(service.operations().values());
            List<ToolDefinition> definitions = ToolDefinition.of(service);
            for (int i = 0; i < operations.size(); i++) {
                tools.add(tool(definitions.get(i), operations.get(i), snapshot));
            }
        }
        return tools;
    }

    private static SyncToolSpecification tool(ToolDefinition tool, Operation operation, SourceSnapshot snapshot) {
        OperationHandler handler = Objects.requireNonNull(snapshot.handlers().get(operation.name()));
        return new SyncToolSpecification(
                McpSchema.Tool.builder(tool.name(), MAPPER, tool.inputSchemaJson())
                        .description(tool.description())
                        .build(),
                (exchange, request) -> call(handler, operation, request));
    }

    private static CallToolResult call(
            OperationHandler handler, Operation operation, McpSchema.CallToolRequest request) {
        try {
            Object result = handler.invoke(new OperationCall(
                    operation,
                    request.arguments(),
                    Caller.anonymous(),
                    "tools",
                    1,
                    Instant.now().plusSeconds(PATIENCE_SECONDS)));
            return CallToolResult.builder()
                    .addTextContent(JSON.writeValueAsString(result))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(operation.name() + " returned what JSON cannot hold.", e);
        } catch (Exception e) {
            return CallToolResult.builder()
                    .addTextContent(String.valueOf(e.getMessage()))
                    .isError(true)
                    .build();
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        server.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server of the tools did not stop.", e);
        }
    }
}
