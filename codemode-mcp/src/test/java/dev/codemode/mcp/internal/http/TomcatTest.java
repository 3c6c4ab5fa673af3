package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.CodeModeMcpServer;
import dev.codemode.mcp.HttpPeer;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The servlet in a container that is not ours, of Servlet 6.1 and of Servlet 6.0. */
@Timeout(60)
class TomcatTest {
    private static final String WAIT = HttpPeer.call(1, "execute", "{\"code\":\"return wait\"}");
    private static final String WAITED = "data: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":"
            + "\"text\",\"text\":\"\\\"waited\\\"\"}],\"isError\":false}}";

    @TempDir
    Path home;

    private final Bookshop bookshop = new Bookshop();
    private final CodeModeMcpServer mcp =
            bookshop.server(Duration.ofMillis(20)).caller(Bookshop::caller).build();
    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws LifecycleException {
        tomcat.setBaseDir(home.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", home.toString());
        Wrapper servlet = Tomcat.addServlet(context, "mcp", mcp.servlet());
        servlet.setAsyncSupported(true);
        context.addServletMappingDecoded("/mcp", "mcp");
        context.addServletMappingDecoded("/mcp/", "mcp");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        bookshop.release();
        tomcat.stop();
        tomcat.destroy();
        bookshop.close();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/mcp");
    }

    private HttpPeer peer() {
        return new HttpPeer(url());
    }

    @Test
    void isTheOneThatTheBuildNames() {
        assertThat(ServerInfo.getServerNumber()).startsWith(System.getProperty("tomcat.version"));
    }

    @Test
    void servesASession() {
        HttpPeer peer = peer().initialized();
        assertThat(message(peer.post(HttpPeer.call(1, "execute", "{\"code\":\"return 42\"}"))
                        .body()))
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"42\"}],"
                                + "\"isError\":false}}");
    }

    /** Returns the message of a body, which is a stream of events where the answer took longer than a heartbeat. */
    private static String message(String body) {
        return body.lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> line.substring("data: ".length()))
                .findFirst()
                .orElse(body);
    }

    @Test
    void answersABrokenMessage() {
        assertThat(peer().initialized().post("{\"jsonrpc\":").body())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"The message is not"
                                + " valid JSON.\"}}");
        assertThat(peer().post("").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAnotherOrigin() {
        assertThat(peer().post(HttpPeer.INITIALIZE, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersASlowCallAsAnEvent() throws Exception {
        CompletableFuture<HttpResponse<InputStream>> response =
                peer().initialized().postAsync(WAIT);
        try (BufferedReader lines = lines(response)) {
            assertThat(response.get().headers().allValues("Content-Type"))
                    .containsExactly("text/event-stream;charset=UTF-8");
            assertThat(lines.readLine()).isEqualTo(":");
            bookshop.release();
            assertThat(lines.lines().filter(line -> !line.isEmpty() && !line.equals(":")))
                    .containsExactly("event: message", WAITED);
        }
    }

    @Test
    void keepsAListeningStreamAliveUntilItsSessionEnds() throws Exception {
        HttpPeer peer = peer().initialized();
        try (BufferedReader lines = lines(peer.listen())) {
            assertThat(List.of(lines.readLine(), lines.readLine(), lines.readLine()))
                    .containsExactly(":", "", ":");
            assertThat(peer.method("DELETE").statusCode()).isEqualTo(200);
            assertThat(lines.lines().filter(line -> !line.isEmpty() && !line.equals(":")))
                    .isEmpty();
        }
    }

    @Test
    void stopsTheCallOfAClientThatLeft() throws Exception {
        String session = peer().post(HttpPeer.INITIALIZE)
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
        try (Socket socket = new Socket("127.0.0.1", url().getPort())) {
            String request = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nMcp-Session-Id: " + session
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + WAIT.length() + "\r\n\r\n" + WAIT;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(nextEvent()).isEqualTo("started");
        }
        assertThat(nextEvent()).isEqualTo("interrupted");
    }

    @Test
    void letsRunningCallsAnswerAndEndsTheRestWhenItIsDrained() throws Exception {
        HttpPeer peer = peer().initialized();
        CompletableFuture<HttpResponse<InputStream>> response = peer.postAsync(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        try (BufferedReader listening = lines(peer.listen());
                BufferedReader running = lines(response)) {
            mcp.drain();
            mcp.drain();
            assertThat(listening.lines().filter(line -> !line.isEmpty() && !line.equals(":")))
                    .isEmpty();
            assertThat(HttpPeer.show(peer.post(HttpPeer.INITIALIZE)))
                    .isEqualTo("HTTP 503\ncontent-type: application/json\nretry-after: 5\n\n"
                            + "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":"
                            + "\"The server is shutting down.\"}}\n");
            bookshop.release();
            assertThat(running.lines().filter(line -> line.startsWith("data"))).containsExactly(WAITED);
        }
    }

    @Test
    void isNotHeldBySlowBodies() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 220; i++) {
                sockets.add(UnknownCallersTest.slow(url(), i % 2 == 0 ? "stranger" : "ada"));
            }
            assertThat(peer().post(HttpPeer.INITIALIZE).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void letsARefusedClientReadWhy() {
        String large = " ".repeat(1_000_000);
        assertThat(peer().with("X-User", "stranger").post(large).statusCode()).isEqualTo(401);
        assertThat(peer().with("X-User", "stranger").post(large).statusCode()).isEqualTo(401);
    }

    private String nextEvent() throws InterruptedException {
        return bookshop.events.poll(20, TimeUnit.SECONDS);
    }

    private static BufferedReader lines(CompletableFuture<HttpResponse<InputStream>> response) throws Exception {
        return new BufferedReader(
                new InputStreamReader(response.get(20, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8));
    }
}
