package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Caller;
import dev.codemode.mcp.internal.tool.ToolCalls;
import dev.codemode.testkit.Golden;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A host's policy, sandbox or caller function fails with a secret in its message. */
class SafeErrorsTest {
    private final Bookshop bookshop = new Bookshop();

    @AfterEach
    void close() {
        bookshop.close();
    }

    @Test
    void aPolicyThatFailsInAListing() {
        try (StdioPeer peer = servedAs("broken")) {
            peer.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
            assertThat(peer.next())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,\"message\":"
                            + "\"The server failed to answer. The details are in its log.\"}}");
        }
    }

    @Test
    void aPolicyThatFailsInACall() {
        try (StdioPeer peer = servedAs("broken")) {
            assertThat(peer.call(1, "search", "{}").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "REFERENCE"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":"
                            + "\"search: the server failed to carry out the call. Its log has the details under"
                            + " REFERENCE.\"}],\"isError\":true}}");
        }
    }

    @Test
    void aSandboxThatThrows() {
        try (StdioPeer peer = servedAs("ada")) {
            Golden.in("src/test/resources/golden/stdio")
                    .verify("crashed-sandbox.json", peer.call(1, "execute", "{\"code\":\"crash\"}") + "\n");
        }
    }

    @Test
    void aCallerFunctionThatThrows() {
        try (StdioPeer peer = new StdioPeer(bookshop.server()
                        .caller(request -> {
                            throw new IllegalStateException("ldap://secret");
                        })
                        .build())
                .initialized()) {
            assertThat(peer.call(1, "search", "{}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":"
                            + "\"The caller is not known to this server.\"}}");
        }
    }

    @Test
    void aFloodOfCalls() throws InterruptedException {
        try (StdioPeer peer = servedAs("ada")) {
            for (int i = 0; i < ToolCalls.MAX_CALLS; i++) {
                peer.send("{\"jsonrpc\":\"2.0\",\"id\":\"" + i + "\",\"method\":\"tools/call\",\"params\":{\"name\":"
                        + "\"execute\",\"arguments\":{\"code\":\"return wait\"}}}");
            }
            assertThat(peer.call(1, "search", "{}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":"
                            + "\"search: the server is already carrying out too many calls. Try again in a few seconds.\"}],"
                            + "\"isError\":true}}");
            assertThat(bookshop.events.poll(20, TimeUnit.SECONDS)).isEqualTo("started");
        }
    }

    private StdioPeer servedAs(String caller) {
        return new StdioPeer(
                        bookshop.server().caller(request -> Caller.of(caller)).build())
                .initialized();
    }
}
