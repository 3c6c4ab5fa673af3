package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.HttpPeer;
import dev.codemode.mcp.McpHttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is not known is refused by the head of a request: before its body is looked at, and whether or not it comes. */
@Timeout(60)
class UnknownCallersTest {
    private static final String REFUSAL = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,"
            + "\"message\":\"The caller is not known to this server.\"}}";

    private final Bookshop bookshop = new Bookshop();
    private final McpHttpServer server =
            bookshop.server().caller(Bookshop::caller).startHttp("127.0.0.1", 0);

    @AfterEach
    void close() {
        server.close();
        bookshop.close();
    }

    @Test
    void areRefusedBeforeAnyByteOfTheBody() throws Exception {
        assertThat(head("Content-Length: 1000")).isEqualTo("HTTP/1.1 401 Unauthorized; close; " + REFUSAL);
        assertThat(head("Transfer-Encoding: chunked")).isEqualTo("HTTP/1.1 401 Unauthorized; close; " + REFUSAL);
    }

    @Test
    void areNotAskedForTheBodyThatTheyHoldBack() throws Exception {
        assertThat(head("Content-Length: 1000\r\nExpect: 100-continue"))
                .isEqualTo("HTTP/1.1 401 Unauthorized; close; " + REFUSAL);
    }

    @Test
    void findNothingAtOtherPaths() throws Exception {
        for (String method : List.of("POST", "GET", "OPTIONS", "TRACE", "HEAD")) {
            HttpResponse<String> response = new HttpPeer(server.url().resolve("/other"))
                    .with("X-User", "stranger")
                    .method(method);
            assertThat(response.statusCode()).as(method).isEqualTo(404);
        }
    }

    @Test
    void areRefusedWhateverTheyAskFor() {
        for (String method : List.of("POST", "GET", "DELETE")) {
            HttpResponse<String> response = new HttpPeer(server.url())
                    .with("X-User", "stranger")
                    .with("MCP-Protocol-Version", "1999-01-01")
                    .with("Mcp-Session-Id", "none")
                    .method(method);
            assertThat(response.statusCode() + " " + response.body()).isEqualTo("401 " + REFUSAL);
        }
    }

    @Test
    void readTheirRefusalAlthoughTheySendAMegabyte() {
        String large = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"a\":["
                + "{},".repeat(340_000) + "{}]}}";
        List<CompletableFuture<HttpResponse<InputStream>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(new HttpPeer(server.url()).with("X-User", "stranger").postAsync(large));
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(401));
    }

    @Test
    void doNotBlockOthersWithBodiesThatNeverArrive() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 220; i++) {
                sockets.add(slow(server.url(), "stranger"));
            }
            assertThat(new HttpPeer(server.url()).post(HttpPeer.INITIALIZE).statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Sends the beginning of a message that has an end no more than a slow client's. */
    static Socket slow(URI url, String user) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        String text = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nX-User: " + user
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String head(String length) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String text = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nX-User: stranger"
                    + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String connection = answer.contains("Connection: close\r\n") ? "close" : "keep";
            return answer.lines().findFirst().orElseThrow() + "; " + connection + "; "
                    + answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }
}
