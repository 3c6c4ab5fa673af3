package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.HttpPeer;
import dev.codemode.mcp.McpHttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientSessionsTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}";
    private static final String WAIT = HttpPeer.call(1, "execute", "{\"code\":\"return wait\"}");

    private final Bookshop bookshop = new Bookshop();
    private final McpHttpServer server = bookshop.server()
            .caller(Bookshop::caller)
            .maxSessions(6)
            .maxSessionsPerCaller(4)
            .startHttp("127.0.0.1", 0);

    @AfterEach
    void close() {
        for (int i = 0; i < 10; i++) {
            bookshop.release();
        }
        server.close();
        bookshop.close();
    }

    private List<HttpPeer> open(String user, int count) {
        List<HttpPeer> peers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            peers.add(new HttpPeer(server.url()).with("X-User", user).initialized());
        }
        return peers;
    }

    private static List<Integer> statuses(List<HttpPeer> peers) {
        return peers.stream().map(peer -> peer.post(PING).statusCode()).toList();
    }

    @Test
    void makeRoomAmongThoseOfTheSameCaller() {
        List<HttpPeer> ada = open("ada", 4);
        ada.get(0).post(PING);
        open("ada", 1);
        assertThat(statuses(ada)).containsExactly(200, 404, 200, 200);
    }

    @Test
    void makeRoomAmongThoseOfTheCallerWithTheMost() {
        List<HttpPeer> bob = open("bob", 2);
        List<HttpPeer> ada = open("ada", 4);
        List<HttpPeer> eve = open("eve", 2);
        assertThat(statuses(bob)).containsExactly(200, 200);
        assertThat(statuses(ada)).containsExactly(404, 404, 200, 200);
        assertThat(statuses(eve)).containsExactly(200, 200);
    }

    @Test
    void endThoseWithoutAListenerFirst() throws Exception {
        List<HttpPeer> ada = open("ada", 4);
        for (HttpPeer peer : ada.subList(0, 2)) {
            new BufferedReader(new InputStreamReader(
                            peer.listen().get(20, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8))
                    .readLine();
        }
        open("ada", 1);
        assertThat(statuses(ada)).containsExactly(200, 200, 404, 200);
    }

    @Test
    void areNotHeldByAStreamOnEach() throws Exception {
        List<HttpPeer> ada = open("ada", 4);
        for (HttpPeer peer : ada) {
            peer.listen().get(20, TimeUnit.SECONDS);
        }
        open("ada", 1);
        assertThat(statuses(ada)).containsExactly(404, 200, 200, 200);
    }

    @Test
    void neverEndOneWithARunningRequest() throws Exception {
        List<HttpPeer> ada = open("ada", 4);
        for (HttpPeer peer : ada) {
            peer.postAsync(WAIT);
            assertThat(bookshop.events.poll(20, TimeUnit.SECONDS)).isEqualTo("started");
        }
        assertThat(HttpPeer.show(
                        new HttpPeer(server.url()).with("X-User", "ada").post(HttpPeer.INITIALIZE)))
                .isEqualTo("HTTP 503\ncontent-type: application/json\nretry-after: 5\n\n"
                        + "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"You have as many"
                        + " sessions as one caller may have, and a request runs in each. Try again in a few seconds,"
                        + " and end sessions that you no longer need with DELETE.\"}}\n");
        assertThat(open("bob", 1)).hasSize(1);
    }

    @Test
    void areBoundedInTotalWhenCallersAreNotToldApart() {
        try (McpHttpServer open = bookshop.server().maxSessions(60).startHttp("127.0.0.1", 0)) {
            List<HttpPeer> peers = new ArrayList<>();
            for (int i = 0; i < 61; i++) {
                peers.add(new HttpPeer(open.url()).initialized());
            }
            assertThat(peers.stream().filter(peer -> peer.post(PING).statusCode() == 200))
                    .hasSize(60);
        }
    }
}
