package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a handler says to the client before its answer: it goes out as events of the same response. */
class ServerRequestsTest {
    private final McpHttpServer server;
    private final LinkedBlockingQueue<Double> progress = new LinkedBlockingQueue<>();
    private final McpSyncClient client;

    ServerRequestsTest() throws IOException {
        server = ConformanceServer.start();
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port())
                        .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
                        .build())
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .requestTimeout(Duration.ofSeconds(30))
                .capabilities(
                        McpSchema.ClientCapabilities.builder().elicitation().build())
                .elicitation(request -> McpSchema.ElicitResult.builder(McpSchema.ElicitResult.Action.ACCEPT)
                        .content(Map.of("username", "ada"))
                        .build())
                .progressConsumer(notification -> progress.add(notification.progress()))
                .build();
        client.initialize();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void asksTheUser() {
        assertThat(call(McpSchema.CallToolRequest.builder("test_elicitation")
                        .arguments(Map.of("message", "Who are you?"))
                        .build()))
                .isEqualTo("action=ACCEPT, content={username=ada}");
    }

    @Test
    void reportsProgress() throws InterruptedException {
        assertThat(call(McpSchema.CallToolRequest.builder("test_tool_with_progress")
                        .arguments(Map.of())
                        .progressToken("token")
                        .build()))
                .isEqualTo("Done.");
        // The client delivers notifications on its own threads, in any order.
        assertThat(new Double[] {next(), next(), next()}).containsExactlyInAnyOrder(0.0, 50.0, 100.0);
    }

    private Double next() throws InterruptedException {
        return progress.poll(20, TimeUnit.SECONDS);
    }

    private String call(McpSchema.CallToolRequest request) {
        return ((McpSchema.TextContent) client.callTool(request).content().get(0)).text();
    }
}
