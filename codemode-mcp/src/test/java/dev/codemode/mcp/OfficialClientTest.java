package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The SDK's own client, which knows nothing of this server. */
class OfficialClientTest {
    private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(new ObjectMapper());

    @Test
    void worksOnStdio() {
        List<String> command = BookshopMain.COMMAND;
        ServerParameters parameters = ServerParameters.builder(command.get(0))
                .args(command.subList(1, command.size()))
                .build();
        exercise(new StdioClientTransport(parameters, JSON));
    }

    @Test
    void worksOnHttp() {
        try (Bookshop bookshop = new Bookshop();
                McpHttpServer server = bookshop.server().startHttp("127.0.0.1", 0)) {
            exercise(HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port())
                    .jsonMapper(JSON)
                    .build());
        }
    }

    private static void exercise(McpClientTransport transport) {
        try (McpSyncClient client = McpClient.sync(transport)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .requestTimeout(Duration.ofSeconds(30))
                .build()) {
            assertThat(client.initialize().protocolVersion()).isEqualTo("2025-11-25");
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactly("search", "execute");
            assertThat(call(client, "search", Map.of("query", "who is calling")))
                    .isEqualTo("1 of 1 match in 1 operation.\n\n"
                            + "/** Says who is calling. */\ncatalogue.whoami(): Promise<string>");
            assertThat(call(client, "execute", Map.of("code", "return 42"))).isEqualTo("42");
            assertThat(call(client, "execute", Map.of("code", "fail"))).isEqualTo("error: TypeError: Out of stock.");
            client.ping();
        }
    }

    private static String call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        String text = ((McpSchema.TextContent) result.content().get(0)).text();
        return Boolean.TRUE.equals(result.isError()) ? "error: " + text : text;
    }
}
