package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real clients send, besides the examples of the specification. */
class LenientReadingTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}";

    private final Bookshop bookshop = new Bookshop();
    private final McpHttpServer server = bookshop.server().startHttp("127.0.0.1", 0);

    @AfterEach
    void close() {
        server.close();
        bookshop.close();
    }

    private HttpPeer peer() {
        return new HttpPeer(server.url());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json, text/*                            | 200
            application/*, text/*                               | 200
            APPLICATION/JSON;q=0.9, Text/Event-Stream           | 200
            */*                                                 | 200
            application/json;charset=utf-8, text/event-stream   | 200
            */*;q=0.1, application/json                         | 200
            */*;q=0                                             | 406
            application/json, text/event-stream;q=0             | 406
            application/json, text/html                         | 406
            text/*                                              | 406
            """)
    void readsTheRangesOfAPost(String accept, int status) {
        assertThat(peer().initialized().post(PING, "Accept", accept).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/*", "*/*", "text/event-stream;q=0.5", "application/json;q=0, text/*"})
    void readsTheRangesOfAGet(String accept) throws Exception {
        HttpPeer peer = peer().initialized();
        try (var stream = peer.listen(accept).get(20, TimeUnit.SECONDS).body()) {
            assertThat(stream.read()).isEqualTo(':');
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-8",
                "Application/JSON",
                "application/json ;charset=\"UTF-8\"",
                "application/json;"
            })
    void readsTheTypeOfABody(String type) {
        assertThat(peer().initialized().post(PING, "Content-Type", type).body()).isEqualTo(PONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json-rpc", "text/json", "application/jsonp", "application"})
    void acceptsNoOtherTypeOfBody(String type) {
        assertThat(peer().initialized().post(PING, "Content-Type", type).statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"jsonrpc":"2.0","id":9,"method":"ping","params":null}              | {"jsonrpc":"2.0","id":9,"result":{}}
            {"jsonrpc":"2.0","id":9.0,"method":"ping"}                          | {"jsonrpc":"2.0","id":9,"result":{}}
            {"jsonrpc":"2.0","id":"","method":"ping"}                           | {"jsonrpc":"2.0","id":"","result":{}}
            {"jsonrpc":"2.0","id":-5000000000,"method":"ping","extra":[1]}      | {"jsonrpc":"2.0","id":-5000000000,"result":{}}
            {"jsonrpc":"2.0","id":9,"method":"ping","params":{"_meta":null}}    | {"jsonrpc":"2.0","id":9,"result":{}}
            """)
    void answers(String message, String answer) {
        assertThat(peer().initialized().post(message).body()).isEqualTo(answer);
        try (StdioPeer stdio = new StdioPeer(bookshop.server().build()).initialized()) {
            stdio.send(message);
            assertThat(stdio.next()).isEqualTo(answer);
        }
    }

    @Test
    void treatsNullAsAbsentInEveryMethod() {
        HttpPeer peer = peer();
        HttpResponse<String> initialized = peer.post("""
                {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
                "capabilities":{"experimental":null,"sampling":null,"unheard":{"a":[1]}},\
                "clientInfo":{"name":"test","version":"1","title":null},"_meta":null}}""");
        assertThat(initialized.statusCode()).isEqualTo(200);
        peer.with(
                "Mcp-Session-Id",
                initialized.headers().firstValue("Mcp-Session-Id").orElseThrow());
        assertThat(peer.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":null}")
                        .body())
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[");
        assertThat(peer.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":null}}")
                        .body())
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[");
        assertThat(peer.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":null}")
                        .body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":"
                        + "\"'name' must be the name of a tool: search or execute.\"}}");
        for (String message : List.of(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\",\"params\":null}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":null}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{},\"error\":null}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":null,\"error\":{\"code\":1,\"message\":\"no\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":null,\"method\":null}")) {
            assertThat(HttpPeer.show(peer.post(message))).as(message).isEqualTo("HTTP 202\n\n\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"jsonrpc":"2.0","method":"notifications/initialized","params":[1]}  | 'params' must be an object.
            {"jsonrpc":"2.0","method":"notifications/x","params":7}              | 'params' must be an object.
            {"method":"notifications/initialized"}                               | 'jsonrpc' must be "2.0".
            {"jsonrpc":"1.0","id":null,"method":"notifications/x"}               | 'jsonrpc' must be "2.0".
            """)
    void answersNoNotification(String message, String why) {
        assertThat(HttpPeer.show(peer().initialized().post(message)))
                .isEqualTo("HTTP 400\ncontent-type: text/plain;charset=utf-8\n\n" + why + "\n");
        try (StdioPeer stdio = new StdioPeer(bookshop.server().build()).initialized()) {
            stdio.send(message);
            stdio.send(PING);
            assertThat(stdio.next()).isEqualTo(PONG);
        }
    }

    @Test
    void servesThePathWithATrailingSlash() {
        HttpPeer peer = new HttpPeer(URI.create(server.url() + "/")).initialized();
        assertThat(peer.post(PING).body()).isEqualTo(PONG);
        assertThat(peer.method("DELETE").statusCode()).isEqualTo(200);
        assertThat(new HttpPeer(URI.create(server.url() + "/x")).post(PING).statusCode())
                .isEqualTo(404);
    }

    @Test
    void negotiatesTheVersionOnlyInTheBody() {
        HttpPeer peer = peer();
        HttpResponse<String> response = peer.post(HttpPeer.INITIALIZE, "MCP-Protocol-Version", "2099-01-01");
        assertThat(response.statusCode()).isEqualTo(200);
        peer.with(
                "Mcp-Session-Id",
                response.headers().firstValue("Mcp-Session-Id").orElseThrow());
        assertThat(peer.post(PING, "MCP-Protocol-Version", "2099-01-01").statusCode())
                .isEqualTo(400);
        assertThat(peer.post(PING, "MCP-Protocol-Version", "").body()).isEqualTo(PONG);
        assertThat(peer.post(PING, "MCP-Protocol-Version", "2025-06-18").body()).isEqualTo(PONG);
    }

    @Test
    void refusesAMessageOfTooManyValues() {
        HttpPeer peer = peer().initialized();
        String limits = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"The message is over"
                + " a limit: 10000 JSON tokens, 200 levels, 1000 characters in a name, 100 in a number.\"}}";
        for (String params : List.of(
                "[" + "{},".repeat(10_000) + "1]",
                "[".repeat(300) + "]".repeat(300),
                "{\"" + "n".repeat(2_000) + "\":1}",
                "1" + "0".repeat(200))) {
            assertThat(peer.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":" + params + "}}")
                            .body())
                    .isEqualTo(limits);
        }
    }
}
