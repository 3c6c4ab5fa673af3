package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.HttpPeer;
import dev.codemode.mcp.McpHttpServer;
import dev.codemode.testkit.Golden;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRefusalsTest {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/http");
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}";

    private final Bookshop bookshop = new Bookshop();
    private final McpHttpServer server = bookshop.server()
            .caller(Bookshop::caller)
            .maxRequestBytes(10_000)
            .maxSessions(3)
            .startHttp("127.0.0.1", 0);
    private final HttpPeer peer = new HttpPeer(server.url());

    @AfterEach
    void close() {
        for (int i = 0; i < 3; i++) {
            bookshop.release();
        }
        server.close();
        bookshop.close();
    }

    @Test
    void anotherHost() throws Exception {
        // The JDK's client does not let a test choose this header.
        verify("another-host.txt", raw("Host: books.example.com"));
    }

    @Test
    void noHost() throws Exception {
        assertThat(raw("X-None: 1")).startsWith("HTTP/1.1 400");
    }

    @Test
    void anotherOrigin() {
        verify("another-origin.txt", peer.post(HttpPeer.INITIALIZE, "Origin", "https://evil.example"));
    }

    @Test
    void aMalformedOrigin() {
        verify("another-origin.txt", peer.post(HttpPeer.INITIALIZE, "Origin", "null"));
    }

    @Test
    void anUnknownProtocolVersion() {
        peer.initialized().with("MCP-Protocol-Version", "1999-01-01");
        verify("unknown-version.txt", peer.post(PING));
        verify("unknown-version.txt", peer.method("DELETE"));
    }

    @Test
    void anotherMethod() {
        verify("another-method.txt", peer.method("PUT"));
        verify("another-method.txt", peer.method("OPTIONS"));
    }

    @Test
    void anotherPath() {
        verify("another-path.txt", new HttpPeer(server.url().resolve("/elsewhere")).post(PING));
    }

    @Test
    void aBodyThatIsNotJson() {
        verify("another-content-type.txt", peer.post(PING, "Content-Type", "text/plain"));
    }

    @Test
    void aClientThatDoesNotAcceptEvents() {
        verify("not-acceptable.txt", peer.post(PING, "Accept", "application/json"));
    }

    @Test
    void aListenerThatDoesNotAcceptEvents() {
        verify(
                "not-acceptable-stream.txt",
                peer.send(peer.request("Accept", "application/json").GET().build()));
    }

    @Test
    void aBodyThatIsTooLarge() {
        verify("too-large.txt", peer.post(" ".repeat(10_001)));
    }

    @Test
    void aBodyOfUnknownLengthThatIsTooLarge() {
        byte[] body = " ".repeat(10_001).getBytes(StandardCharsets.UTF_8);
        verify(
                "too-large.txt",
                peer.send(peer.request()
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(body)))
                        .build()));
    }

    @Test
    void brokenJson() {
        verify("broken-json.txt", peer.post("{\"jsonrpc\":"));
    }

    @Test
    void noBody() {
        verify("no-body.txt", peer.post(""));
    }

    @Test
    void aBatch() {
        verify("batch.txt", peer.post("[" + PING + "]"));
    }

    @Test
    void aMalformedMessage() {
        verify("no-message.txt", peer.post("{\"jsonrpc\":\"2.0\",\"id\":4}"));
    }

    @Test
    void noSession() {
        verify("no-session.txt", peer.post(PING));
        verify("no-session.txt", peer.method("DELETE"));
    }

    @Test
    void anUnknownSession() {
        peer.with("Mcp-Session-Id", "11111111-2222-3333-4444-555555555555");
        verify("unknown-session.txt", peer.post(PING));
        verify("unknown-session.txt", peer.method("DELETE"));
        verify("unknown-session.txt", peer.post(HttpPeer.cancelled(1)));
    }

    @Test
    void aStrangersSession() {
        peer.with("X-User", "ada").initialized().with("X-User", "bob");
        verify("unknown-session.txt", peer.post(PING));
    }

    @Test
    void anUnknownCaller() {
        verify("unknown-caller.txt", peer.post(HttpPeer.INITIALIZE, "X-User", "stranger"));
    }

    @Test
    void oneSessionTooMany() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            HttpPeer busy = new HttpPeer(server.url()).initialized();
            busy.postAsync(HttpPeer.call(1, "execute", "{\"code\":\"return wait\"}"));
            assertThat(bookshop.events.poll(20, TimeUnit.SECONDS)).isEqualTo("started");
        }
        verify("too-many-sessions.txt", peer.post(HttpPeer.INITIALIZE));
    }

    @Test
    void initializeWithoutParameters() {
        verify("initialize.txt", peer.post("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{}}",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":null}",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\"}}",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\" \",\"version\":\"1\"}}",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":[]}}",
                "{\"protocolVersion\":\"\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":5,\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}"
            })
    void initializeWithAMissingPart(String params) {
        verify(
                "initialize.txt",
                peer.post("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":" + params + "}"));
    }

    @Test
    void anUnknownMethod() {
        verify("unknown-method.txt", peer.initialized().post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x/y\"}"));
    }

    private String raw(String header) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String request = "POST /mcp HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .replaceAll("(?m)^Date: .*\r\n", "")
                                .replace("\r", "")
                        + "\n";
            }
        }
    }

    private static void verify(String name, HttpResponse<String> response) {
        verify(name, HttpPeer.show(response));
    }

    private static void verify(String name, String text) {
        GOLDEN.verify(name, text);
    }
}
