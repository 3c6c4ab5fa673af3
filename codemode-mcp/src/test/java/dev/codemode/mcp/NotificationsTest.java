package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients say without a question never gets to the host's log, which here is standard error. */
class NotificationsTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}";
    private static final List<String> FORGED = List.of(
            "{\"jsonrpc\":\"2.0\",\"method\":\"a\\u001b[31mb\\n[main] ERROR forged\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/forged\",\"params\":{\"a\":\"forged\"}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"forged\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"x\\n[main] ERROR forged\",\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"forged\",\"error\":{\"code\":1,\"message\":\"forged\"}}");

    private final Bookshop bookshop = new Bookshop();
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setErr(before);
        bookshop.close();
    }

    @Test
    void stayOutOfTheLogOverHttp() {
        try (McpHttpServer server = bookshop.server().startHttp("127.0.0.1", 0)) {
            HttpPeer peer = new HttpPeer(server.url()).initialized();
            for (String message : FORGED) {
                assertThat(peer.post(message).statusCode()).isEqualTo(202);
            }
            assertThat(peer.post(PING).body()).isEqualTo(PONG);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("forged");
    }

    @Test
    void stayOutOfTheLogOnStdio() {
        try (StdioPeer peer = new StdioPeer(bookshop.server().build()).initialized()) {
            FORGED.forEach(peer::send);
            peer.send(PING);
            assertThat(peer.next()).isEqualTo(PONG);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("forged");
    }
}
