package dev.codemode.mcp.internal.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.StdioPeer;
import dev.codemode.testkit.Golden;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a model reads after a wrong call; each is an error result, not a protocol error, so that it reaches the model. */
class ToolArgumentsTest {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/arguments");

    private final Bookshop bookshop = new Bookshop();
    private final StdioPeer peer = new StdioPeer(bookshop.server().build()).initialized();

    @AfterEach
    void close() {
        peer.close();
        bookshop.close();
    }

    @Test
    void missingCode() throws IOException {
        verify("missing-code.txt", "execute", "{}");
    }

    @Test
    void codeThatIsNotAString() throws IOException {
        verify("wrong-code.txt", "execute", "{\"code\":[\"return 1\"]}");
    }

    @Test
    void anUnknownArgument() throws IOException {
        verify("unknown-argument.txt", "search", "{\"q\":\"books\"}");
    }

    @Test
    void everyMistakeAtOnce() throws IOException {
        verify(
                "every-mistake.txt",
                "search",
                "{\"query\":1,\"service\":true,\"limit\":\"ten\",\"offset\":-1,\"x\":{}}");
    }

    @Test
    void aLimitOutOfRange() throws IOException {
        verify("limit-out-of-range.txt", "search", "{\"limit\":51}");
    }

    @Test
    void aLimitBeyondEveryInteger() throws IOException {
        verify("limit-huge.txt", "search", "{\"limit\":123456789012345678901234567890,\"offset\":1e300}");
    }

    @Test
    void aLimitThatIsNotAnInteger() throws IOException {
        verify("limit-fraction.txt", "search", "{\"limit\":1.5}");
    }

    @Test
    void aLongValueIsClipped() throws IOException {
        verify("long-value.txt", "execute", "{\"code\":{\"text\":\"" + "x".repeat(5_000) + "\"}}");
    }

    @Test
    void argumentsThatAreNotAnObject() throws IOException {
        verify("no-object.txt", "search", "[1]");
    }

    @Test
    void aNullCountsAsAbsent() throws IOException {
        JsonNode result = result(peer.call(1, "search", "{\"query\":null,\"limit\":2.0,\"offset\":0}"));
        assertThat(result.path("isError").asBoolean()).isFalse();
    }

    @Test
    void noArgumentsAreAnEmptyObject() throws IOException {
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\"}}");
        assertThat(result(peer.next()).path("isError").asBoolean()).isFalse();
    }

    @Test
    void anUnknownToolIsAProtocolError() {
        assertThat(peer.call(1, "find\\u0007", "{}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"There is no tool"
                        + " \\\"find\\\\u0007\\\"; the tools are search and execute.\"}}");
    }

    @Test
    void aMissingToolNameIsAProtocolError() {
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}");
        assertThat(peer.next())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"'name' must be the"
                        + " name of a tool: search or execute.\"}}");
    }

    private void verify(String file, String tool, String arguments) throws IOException {
        JsonNode result = result(peer.call(1, tool, arguments));
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.path("content")).hasSize(1);
        GOLDEN.verify(file, result.at("/content/0/text").asText() + "\n");
    }

    private static JsonNode result(String answer) throws IOException {
        return new ObjectMapper().readTree(answer).path("result");
    }
}
