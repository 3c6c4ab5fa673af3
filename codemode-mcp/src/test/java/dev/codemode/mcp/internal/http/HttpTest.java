package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.HttpPeer;
import dev.codemode.mcp.McpHttpServer;
import dev.codemode.mcp.SettableClock;
import dev.codemode.mcp.StdioPeer;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    private static final String WAIT = HttpPeer.call(1, "execute", "{\"code\":\"return wait\"}");
    private static final String WAITED =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"\\\"waited\\\"\"}],"
                    + "\"isError\":false}}";

    private final Bookshop bookshop = new Bookshop();
    private final SettableClock clock = new SettableClock();
    private final McpHttpServer server = bookshop.server(clock)
            .caller(Bookshop::caller)
            .sessionIdleTimeout(Duration.ofMinutes(30))
            .startHttp("127.0.0.1", 0);
    private final HttpPeer peer = new HttpPeer(server.url());

    @AfterEach
    void close() {
        bookshop.release();
        server.close();
        bookshop.close();
    }

    @Test
    void opensASession() {
        HttpResponse<String> response = peer.post(HttpPeer.INITIALIZE);
        assertThat(response.headers().firstValue("Mcp-Session-Id")).isPresent();
        assertThat(HttpPeer.show(response)).isEqualTo("""
                        HTTP 200
                        content-type: application/json

                        {"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-11-25",\
                        "capabilities":{"tools":{"listChanged":false}},\
                        "serverInfo":{"name":"bookshop","version":"1.0"}}}
                        """);
    }

    @Test
    void answersAQuickCallWithJson() {
        assertThat(HttpPeer.show(peer.initialized().post(PING)))
                .isEqualTo("HTTP 200\ncontent-type: application/json\n\n" + PONG + "\n");
    }

    @Test
    void acceptsNotificationsAndResponses() {
        peer.initialized();
        assertThat(HttpPeer.show(peer.post(StdioPeer.INITIALIZED))).isEqualTo("HTTP 202\n\n\n");
        assertThat(HttpPeer.show(peer.post("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}")))
                .isEqualTo("HTTP 202\n\n\n");
    }

    @Test
    void asksForTheCallerOfEachRequest() {
        peer.with("X-User", "ada").initialized();
        assertThat(peer.post(HttpPeer.call(1, "execute", "{\"code\":\"return whoami\"}"))
                        .body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\","
                        + "\"text\":\"\\\"ada\\\"\"}],\"isError\":false}}");
    }

    @Test
    void describesTheToolsToEachCaller() {
        String everybody = peer.with("X-User", "ada").initialized().post(LIST).body();
        String staff = new HttpPeer(server.url())
                .with("X-User", "staff-bob")
                .initialized()
                .post(LIST)
                .body();
        assertThat(everybody).doesNotContain("stock").contains("\"destructiveHint\":false}}]");
        assertThat(staff).contains("- stock (1): The shelves.").contains("\"destructiveHint\":true}}]");
    }

    @Test
    void listsTheSameBytesOnEveryServer() {
        String first = peer.initialized().post(LIST).body();
        try (Bookshop other = new Bookshop();
                McpHttpServer again = other.server().startHttp("localhost", 0)) {
            assertThat(new HttpPeer(again.url()).initialized().post(LIST).body())
                    .isEqualTo(first);
        }
    }

    @Test
    void stopsACancelledCall() throws Exception {
        peer.initialized();
        CompletableFuture<HttpResponse<InputStream>> response = peer.postAsync(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        assertThat(peer.post(HttpPeer.cancelled(1)).statusCode()).isEqualTo(202);
        assertThat(nextEvent()).isEqualTo("interrupted");
        try (BufferedReader lines = lines(response)) {
            assertThat(lines.lines().filter(line -> line.startsWith("data"))).isEmpty();
        }
        assertThat(peer.post(PING).body()).isEqualTo(PONG);
    }

    @Test
    void doesNotLetAStrangerCancel() throws Exception {
        peer.with("X-User", "ada").initialized();
        CompletableFuture<HttpResponse<InputStream>> response = peer.postAsync(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        HttpPeer stranger = new HttpPeer(server.url()).with("X-User", "bob").initialized();
        assertThat(stranger.post(HttpPeer.cancelled(1)).statusCode()).isEqualTo(202);
        bookshop.release();
        try (BufferedReader lines = lines(response)) {
            assertThat(lines.lines().filter(line -> line.endsWith(WAITED))).hasSize(1);
        }
    }

    @Test
    void endsASessionAndItsCalls() throws Exception {
        peer.initialized();
        CompletableFuture<HttpResponse<InputStream>> response = peer.postAsync(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        assertThat(HttpPeer.show(peer.method("DELETE"))).isEqualTo("HTTP 200\n\n\n");
        assertThat(nextEvent()).isEqualTo("interrupted");
        lines(response).close();
        assertThat(peer.post(PING).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsAListeningStreamOpenUntilTheNextOne() throws Exception {
        peer.initialized();
        try (BufferedReader first = lines(peer.listen())) {
            assertThat(first.readLine()).isEqualTo(":");
            try (BufferedReader second = lines(peer.listen())) {
                assertThat(second.readLine()).isEqualTo(":");
                assertThat(first.lines().filter(line -> !line.isEmpty() && !line.equals(":")))
                        .isEmpty();
                peer.method("DELETE");
                assertThat(second.lines().filter(line -> !line.isEmpty() && !line.equals(":")))
                        .isEmpty();
            }
        }
    }

    @Test
    void forgetsIdleSessions() {
        peer.initialized();
        clock.advance(Duration.ofMinutes(29));
        assertThat(peer.post(PING).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(31));
        HttpPeer other = new HttpPeer(server.url()).initialized();
        assertThat(peer.post(PING).statusCode()).isEqualTo(404);
        assertThat(other.post(PING).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsASessionWhoseCallRuns() throws Exception {
        peer.initialized();
        CompletableFuture<HttpResponse<InputStream>> response = peer.postAsync(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        clock.advance(Duration.ofMinutes(31));
        new HttpPeer(server.url()).initialized();
        bookshop.release();
        try (BufferedReader lines = lines(response)) {
            assertThat(lines.lines().filter(line -> line.endsWith(WAITED))).hasSize(1);
        }
    }

    @Test
    void answersRunningCallsBeforeItStops() throws Exception {
        peer.initialized();
        CompletableFuture<HttpResponse<InputStream>> response = peer.postAsync(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        bookshop.release();
        try (BufferedReader lines = lines(response)) {
            assertThat(lines.lines().filter(line -> line.endsWith(WAITED))).hasSize(1);
        }
        closing.get(20, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void answersToTheNamesThatItIsGiven() {
        try (McpHttpServer named = bookshop.server()
                .allowedHosts("127.0.0.1:1")
                .allowedOrigins("https://chat.example.com")
                .startHttp("127.0.0.1", 0)) {
            assertThat(new HttpPeer(named.url()).post(HttpPeer.INITIALIZE).statusCode())
                    .isEqualTo(421);
        }
        try (McpHttpServer named =
                bookshop.server().allowedOrigins("https://chat.example.com").startHttp("127.0.0.1", 0)) {
            HttpPeer browser = new HttpPeer(named.url()).with("Origin", "https://chat.example.com");
            assertThat(browser.post(HttpPeer.INITIALIZE).statusCode()).isEqualTo(200);
        }
    }

    private String nextEvent() throws InterruptedException {
        return bookshop.events.poll(20, TimeUnit.SECONDS);
    }

    private static BufferedReader lines(CompletableFuture<HttpResponse<InputStream>> response) throws Exception {
        return new BufferedReader(
                new InputStreamReader(response.get(20, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8));
    }
}
