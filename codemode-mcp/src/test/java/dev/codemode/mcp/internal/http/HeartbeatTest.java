package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.HttpPeer;
import dev.codemode.mcp.McpHttpServer;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final String WAIT = HttpPeer.call(1, "execute", "{\"code\":\"return wait\"}");
    private static final String WAITED =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"\\\"waited\\\"\"}],"
                    + "\"isError\":false}}";

    private final Bookshop bookshop = new Bookshop();
    private final McpHttpServer server = bookshop.server(Duration.ofMillis(20)).startHttp("127.0.0.1", 0);
    private final HttpPeer peer = new HttpPeer(server.url());

    @AfterEach
    void close() {
        bookshop.release();
        server.close();
        bookshop.close();
    }

    @Test
    void answersASlowCallAsAnEventAfterHeartbeats() throws Exception {
        peer.initialized();
        CompletableFuture<HttpResponse<InputStream>> response = peer.postAsync(WAIT);
        try (BufferedReader lines = lines(response)) {
            assertThat(lines.readLine()).isEqualTo(":");
            bookshop.release();
            String line = lines.readLine();
            while (line.isEmpty() || line.equals(":")) {
                line = lines.readLine();
            }
            assertThat(line).isEqualTo("event: message");
            assertThat(lines.readLine()).isEqualTo("data: " + WAITED);
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void stopsTheCallOfAClientThatLeft() throws Exception {
        String session = peer.post(HttpPeer.INITIALIZE)
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String request = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nMcp-Session-Id: " + session
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + WAIT.length() + "\r\n\r\n" + WAIT;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(nextEvent()).isEqualTo("started");
        }
        assertThat(nextEvent()).isEqualTo("interrupted");
    }

    private String nextEvent() throws InterruptedException {
        return bookshop.events.poll(20, TimeUnit.SECONDS);
    }

    private static BufferedReader lines(CompletableFuture<HttpResponse<InputStream>> response) throws Exception {
        return new BufferedReader(
                new InputStreamReader(response.get(20, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8));
    }
}
