package dev.codemode.mcp.internal.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.BookshopMain;
import dev.codemode.mcp.McpHttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UpstreamToolsTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void listsTheSameToolsOfAUrlAndOfACommand() throws Exception {
        List<UpstreamTool> ofCommand = UpstreamTools.ofCommand(BookshopMain.COMMAND);

        try (Bookshop bookshop = new Bookshop();
                McpHttpServer server = bookshop.server().startHttp("127.0.0.1", 0)) {
            assertThat(UpstreamTools.ofUrl(server.url())).isEqualTo(ofCommand);
        }
        assertThat(ofCommand).extracting(UpstreamTool::name).containsExactly("search", "execute");
        assertThat(ofCommand)
                .allSatisfy(tool -> assertThat(tool.description()).isNotEmpty())
                .allSatisfy(tool -> assertThat(tool.inputSchemaJson()).startsWith("{\"type\":\"object\","));
    }

    @Test
    void saysWhyAServerDoesNotAnswer() {
        assertThatThrownBy(() -> UpstreamTools.ofUrl(URI.create("http://127.0.0.1:9/mcp")))
                .isInstanceOf(UpstreamException.class)
                .hasMessageStartingWith("The MCP server at http://127.0.0.1:9/mcp did not list its tools: ");
        assertThatThrownBy(() -> UpstreamTools.ofCommand(List.of("no-such-program")))
                .isInstanceOf(UpstreamException.class)
                .hasMessage(
                        "The MCP server 'no-such-program' did not list its tools: the program could not be started.");
        assertThatThrownBy(() -> UpstreamTools.ofCommand(List.of(JAVA, "-no-such-option")))
                .isInstanceOf(UpstreamException.class)
                .hasMessageStartingWith(
                        "The MCP server '" + JAVA + " -no-such-option' did not list its tools: the program ended.");
    }
}
