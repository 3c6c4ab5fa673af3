package dev.codemode.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.CodeMode;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.mcp.McpHttpServer;
import dev.codemode.reflect.AnnotatedServices;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToolServerTest {
    @Test
    void listsTheToolsOfAUrl() {
        try (CodeMode codeMode = CodeMode.builder()
                        .source(AnnotatedServices.describing(Library.class))
                        .sandbox(new NoSandbox())
                        .build();
                McpHttpServer server = CodeModeMcp.server(codeMode).startHttp("127.0.0.1", 0)) {
            List<ToolDefinition> tools = ToolServer.url(server.url());
            assertThat(tools).extracting(ToolDefinition::name).containsExactly("search", "execute");
            AuditReport report = ContextAudit.builder().tools("server", tools).run();
            assertThat(report.total().toolTokens())
                    .isEqualTo(tools.stream().mapToInt(ToolDefinition::tokens).sum());
        }
    }

    @Test
    void saysWhichServerDoesNotAnswer() {
        assertThatThrownBy(() -> ToolServer.url(URI.create("http://127.0.0.1:9/mcp")))
                .isInstanceOf(AuditException.class)
                .hasMessageStartingWith("The MCP server at http://127.0.0.1:9/mcp did not list its tools: ");
        assertThatThrownBy(() -> ToolServer.url(URI.create("mcp"))).hasMessage("'mcp' is not an absolute URL.");
        assertThatThrownBy(() -> ToolServer.command(List.of("no-such-program", "stdio")))
                .isInstanceOf(AuditException.class)
                .hasMessageStartingWith(
                        "The MCP server 'no-such-program stdio' did not list its tools: the program could not be started.");
        assertThatThrownBy(() -> ToolServer.command(List.of("java", "-no-such-option")))
                .hasMessageStartingWith(
                        "The MCP server 'java -no-such-option' did not list its tools: the program ended.");
        assertThatThrownBy(() -> ToolServer.command(List.of())).hasMessage("The command of the server is empty.");
    }
}
