package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servlet in a container that is not ours. */
class TomcatTest {
    @TempDir
    Path home;

    private final Bookshop bookshop = new Bookshop();
    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws LifecycleException {
        tomcat.setBaseDir(home.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", home.toString());
        Wrapper servlet = Tomcat.addServlet(
                context, "mcp", bookshop.server().caller(Bookshop::caller).servlet());
        servlet.setAsyncSupported(true);
        context.addServletMappingDecoded("/mcp", "mcp");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        bookshop.release();
        tomcat.stop();
        tomcat.destroy();
        bookshop.close();
    }

    private HttpPeer peer() {
        return new HttpPeer(
                URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/mcp"));
    }

    @Test
    void servesASession() {
        HttpPeer peer = peer().initialized();
        assertThat(peer.post(HttpPeer.call(1, "execute", "{\"code\":\"return 42\"}"))
                        .body())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"42\"}],"
                                + "\"isError\":false}}");
    }

    @Test
    void answersABrokenMessage() {
        assertThat(peer().initialized().post("{\"jsonrpc\":").body())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"The message is not"
                                + " valid JSON.\"}}");
    }

    @Test
    void refusesAnotherOrigin() {
        assertThat(peer().post(HttpPeer.INITIALIZE, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }
}
