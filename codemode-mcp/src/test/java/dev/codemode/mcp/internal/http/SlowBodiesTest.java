package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.HttpPeer;
import dev.codemode.mcp.McpHttpServer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies of callers who are known, and who send slowly or more than is good. */
@Timeout(120)
class SlowBodiesTest {
    private final Bookshop bookshop = new Bookshop();

    @AfterEach
    void close() {
        bookshop.close();
    }

    private McpHttpServer start(Duration receiveTimeout) {
        return bookshop.server()
                .caller(Bookshop::caller)
                .receiveTimeout(receiveTimeout)
                .startHttp("127.0.0.1", 0);
    }

    @Test
    void holdNoThread() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (McpHttpServer server = start(Duration.ofMinutes(1))) {
            for (int i = 0; i < 220; i++) {
                sockets.add(UnknownCallersTest.slow(server.url(), "ada"));
            }
            assertThat(new HttpPeer(server.url())
                            .with("X-User", "bob")
                            .post(HttpPeer.INITIALIZE)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void endAtTheirDeadline() throws Exception {
        try (McpHttpServer server = start(Duration.ofMillis(50));
                Socket socket = UnknownCallersTest.slow(server.url(), "ada")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 408 Request Timeout\r\n")
                    .endsWith("\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":"
                            + "\"The message did not arrive within 50 ms.\"}}");
        }
    }

    @Test
    void ofOneCallerAreRefusedOnceTheyAreTooMany() throws Exception {
        // Each costs 8 KiB before its first byte, and a caller may have 4 MiB.
        List<Socket> sockets = new ArrayList<>();
        try (McpHttpServer server = start(Duration.ofMinutes(5))) {
            for (int i = 0; i < 512; i++) {
                sockets.add(UnknownCallersTest.slow(server.url(), "ada"));
            }
            HttpPeer ada = new HttpPeer(server.url()).with("X-User", "ada");
            while (ada.post(HttpPeer.INITIALIZE).statusCode() == 200) {
                // One that came while this message was on its way may have been refused.
                sockets.add(UnknownCallersTest.slow(server.url(), "ada"));
            }
            assertThat(HttpPeer.show(ada.post(HttpPeer.INITIALIZE)))
                    .isEqualTo("HTTP 503\ncontent-type: application/json\nretry-after: 5\n\n"
                            + "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"You are sending"
                            + " as much at once as one caller may. Wait for answers, then send again.\"}}\n");
            assertThat(new HttpPeer(server.url())
                            .with("X-User", "bob")
                            .post(HttpPeer.INITIALIZE)
                            .statusCode())
                    .isEqualTo(200);
            for (Socket socket : sockets) {
                socket.close();
            }
            while (ada.post(HttpPeer.INITIALIZE).statusCode() != 200) {
                Thread.onSpinWait();
            }
        }
    }
}
