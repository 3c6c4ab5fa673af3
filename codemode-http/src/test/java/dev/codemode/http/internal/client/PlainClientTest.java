package dev.codemode.http.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.source.OperationFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainClientTest {
    private static final int MAX_BYTES = 1_000;
    private static final Duration LONG = Duration.ofSeconds(30);

    private static PlainClient client(boolean privateAddresses) {
        FaultLog log = new FaultLog(System.getLogger("test"), "api", InstantSource.system());
        return new PlainClient(new AddressCheck(Set.of(), privateAddresses, log), MAX_BYTES);
    }

    private static BoundedClient.Request request(String method, ScriptedServer server) {
        return new BoundedClient.Request(method, URI.create(server.url() + "/a"), Map.of(), null);
    }

    private static String body(BoundedClient.Response response) {
        return response.status() + " " + new String(response.body(), StandardCharsets.ISO_8859_1);
    }

    /** Returns the answers to two requests, each with the number of the connection on which its request came. */
    private static List<String> two(String method, String first, String second) throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(first, second);
                PlainClient client = client(true)) {
            String one = body(client.send(request(method, server), LONG));
            String two = body(client.send(request(method, server), LONG));
            return List.of(one, two, server.connections().toString());
        }
    }

    private static String ok(String fields, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n" + fields + "\r\n" + body;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 200\r\ncontent-length:3\r\nConnection: Keep-Alive\r\n\r\nabc",
                "HTTP/1.1 200 OK\nContent-Length: 3, 3\nContent-Length: 3\n\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n2;x=y\r\nbc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n0003\r\nabc\r\n00\r\nX: 1\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 200 OK\r\n"
                        + "Content-Length: 3\r\nX: a\r\n b\r\n\r\nabc"
            })
    void usesAConnectionAgainAfterAWholeResponse(String response) throws Exception {
        assertThat(two("GET", response, ok("", "next"))).containsExactly("200 abc", "200 next", "[1, 1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc",
                "HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nKeep-Alive: max=5, timeout=1\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"
            })
    void opensAnotherConnectionWhereTheOldOneIsNotSure(String response) throws Exception {
        assertThat(two("GET", response, ok("", "next"))).containsExactly("200 abc", "200 next", "[1, 2]");
    }

    @Test
    void readsABodyThatEndsWithItsConnection() throws Exception {
        assertThat(two("GET", "HTTP/1.1 200 OK\r\n\r\nabc" + ScriptedServer.CLOSE, ok("", "next")))
                .containsExactly("200 abc", "200 next", "[1, 2]");
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 200", "GET, 204", "GET, 304", "DELETE, 204"})
    void readsNoBodyWhereThereIsNone(String method, int status) throws Exception {
        assertThat(two(method, "HTTP/1.1 " + status + " X\r\nContent-Length: 5000\r\n\r\n", "HTTP/1.1 204 X\r\n\r\n"))
                .containsExactly(status + " ", "204 ", "[1, 1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void opensAnotherConnectionWhereTheServerHasClosedTheOldOne(String method) throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(ok("", "a") + ScriptedServer.CLOSE, ok("", "b"));
                PlainClient client = client(true)) {
            client.send(request(method, server), LONG);
            server.awaitClosed(1);
            assertThat(body(client.send(request(method, server), LONG))).isEqualTo("200 b");
        }
    }

    @Test
    void repeatsAnIdempotentRequestThatAnIdleConnectionLost() throws Exception {
        assertThat(two("PUT", ok("", "a"), ScriptedServer.CLOSE)).containsExactly("200 a", "200 a", "[1, 1, 2]");
    }

    @Test
    void sendsAnotherRequestOnlyOnce() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(ok("", "a"), ScriptedServer.CLOSE);
                PlainClient client = client(true)) {
            client.send(request("POST", server), LONG);
            assertThatThrownBy(() -> client.send(request("POST", server), LONG)).isInstanceOf(IOException.class);
            assertThat(server.connections()).containsExactly(1, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200 OK\r\n\r\n",
                "SSH-2.0-x\r\n\r\n",
                "HTTP/1.1 99 X\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno field\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length : 1\r\n\r\na",
                "HTTP/1.1 200 OK\r\nX: a\u0000b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: a\rContent-Length: 1\r\n\r\na",
                "HTTP/1.1 200 OK\r\n X: a\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\na",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\na",
                "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\na",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc"
            })
    void refusesWhatIsNotAResponse(String response) throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(response + ScriptedServer.CLOSE);
                PlainClient client = client(true)) {
            assertThatThrownBy(() -> client.send(request("POST", server), LONG))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void refusesAHeadWithoutEnd() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nX: " + "a".repeat(100_000));
                PlainClient client = client(true)) {
            assertThatThrownBy(() -> client.send(request("GET", server), LONG))
                    .hasMessage("The head of the response is too large.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nfffffffffffffff\r\n"
            })
    void refusesABodyThatIsAnnouncedTooLarge(String response) throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(response);
                PlainClient client = client(true)) {
            assertThatThrownBy(() -> client.send(request("GET", server), LONG))
                    .isInstanceOf(BoundedBody.TooLargeException.class);
            server.awaitClosed(1);
        }
    }

    @Test
    void readsABodyOfTheLargestSize() throws Exception {
        String most = "x".repeat(MAX_BYTES);
        assertThat(two("GET", ok("", most), "HTTP/1.1 200 OK\r\n\r\n" + most + ScriptedServer.CLOSE))
                .containsExactly("200 " + most, "200 " + most, "[1, 1]");
    }

    @Test
    void sendsALargeBody() throws Exception {
        Payload large = Payload.utf8("text/plain", "x".repeat(3_000_000));
        try (ScriptedServer server = ScriptedServer.answering(ok("", "a"));
                PlainClient client = client(true)) {
            client.send(new BoundedClient.Request("POST", URI.create(server.url() + "/a"), Map.of(), large), LONG);
            assertThat(server.requests().get(0)).endsWith("\r\n\r\n" + "x".repeat(3_000_000));
        }
    }

    @Test
    void doesNotWaitForeverForAServerThatDoesNotRead() throws Exception {
        Payload large = Payload.utf8("text/plain", "x".repeat(30_000_000));
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PlainClient client = client(true)) {
            URI uri = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/a");
            assertThatThrownBy(() ->
                            client.send(new BoundedClient.Request("POST", uri, Map.of(), large), Duration.ofSeconds(2)))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void reportsAServerThatRefusesConnections() throws Exception {
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        URI uri = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/a");
        try (PlainClient client = client(true)) {
            assertThatThrownBy(() -> client.send(new BoundedClient.Request("GET", uri, Map.of(), null), LONG))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void reportsThatThereIsNoTimeLeftToConnect() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(ok("", "a"));
                PlainClient client = client(true)) {
            assertThatThrownBy(() -> client.send(request("GET", server), Duration.ZERO))
                    .isInstanceOf(HttpConnectTimeoutException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void connectsToNoPrivateAddress() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(ok("", "a"));
                PlainClient client = client(false)) {
            assertThatThrownBy(() -> client.send(request("GET", server), LONG))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessage("The request was not sent: its server is at an address that the host does not permit.");
            assertThat(server.connections()).isEmpty();
        }
    }

    @Test
    void anInterruptEndsTheExchangeAndClearsItself() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc");
                PlainClient client = client(true)) {
            Thread thread = new Thread(() -> {
                try {
                    client.send(request("GET", server), LONG);
                } catch (IOException | InterruptedException e) {
                    end.complete(e.getClass().getSimpleName()
                            + Thread.currentThread().isInterrupted());
                }
            });
            thread.start();
            server.awaitRequests(1);
            thread.interrupt();
            assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo("InterruptedExceptionfalse");
            server.awaitClosed(1);
        }
    }

    @Test
    void closesIdleConnectionsAtItsEnd() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(ok("", "a"))) {
            PlainClient client = client(true);
            client.send(request("GET", server), LONG);
            client.close();
            server.awaitClosed(1);
        }
    }
}
