package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CodeModeMcpServerTest {
    @Test
    void refusesOptionsThatMakeNoSense() {
        try (Bookshop bookshop = new Bookshop()) {
            CodeModeMcpServer.Builder builder = bookshop.server();
            assertThatThrownBy(() -> builder.name(" ")).hasMessage("The name must not be blank.");
            assertThatThrownBy(() -> builder.endpoint("mcp/"))
                    .hasMessage("The endpoint must be a path such as /mcp, but was 'mcp/'.");
            assertThatThrownBy(() -> builder.maxSessions(0)).hasMessage("maxSessions must be at least 1, but was 0.");
            assertThatThrownBy(() -> builder.drainTimeout(Duration.ZERO))
                    .hasMessage("drainTimeout must be longer than zero, but was PT0S.");
            assertThatThrownBy(() -> builder.startHttp("127.0.0.1", 65_536))
                    .hasMessage("The port must be between 0 and 65535, but was 65536.");
        }
    }

    @Test
    void servesTheEndpointThatItIsGiven() {
        try (Bookshop bookshop = new Bookshop();
                McpHttpServer server = bookshop.server().endpoint("/tools/v1").startHttp("127.0.0.1", 0)) {
            assertThat(server.url()).hasToString("http://127.0.0.1:" + server.port() + "/tools/v1");
            assertThat(new HttpPeer(server.url()).post(HttpPeer.INITIALIZE).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void logsWhereItServesAndThatItDoesNotCheckWhoIsCalling() {
        assertThat(logOf("127.0.0.1", false)).containsExactly("INFO Serving MCP at http://127.0.0.1:PORT/mcp");
        assertThat(logOf("0.0.0.0", true)).containsExactly("INFO Serving MCP at http://0.0.0.0:PORT/mcp");
        assertThat(logOf("0.0.0.0", false))
                .containsExactly(
                        "INFO Serving MCP at http://0.0.0.0:PORT/mcp",
                        "WARNING Anyone who can reach http://0.0.0.0:PORT/mcp may use it, because this server does not"
                                + " check who is calling. Make it listen on 127.0.0.1, or put it behind something that does"
                                + " check.");
    }

    private static List<String> logOf(String host, boolean asking) {
        List<String> lines = new ArrayList<>();
        Logger logger = Logger.getLogger("dev.codemode.mcp");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getLevel() + " " + entry.getMessage().replaceAll(":[0-9]+/", ":PORT/"));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try (Bookshop bookshop = new Bookshop()) {
            CodeModeMcpServer.Builder builder = bookshop.server();
            (asking ? builder.caller(Bookshop::caller) : builder)
                    .startHttp(host, 0)
                    .close();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }

    @Test
    void saysWhichAddressIsTaken() throws IOException {
        try (Bookshop bookshop = new Bookshop();
                ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> bookshop.server().startHttp("127.0.0.1", port))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("Cannot serve MCP on 127.0.0.1:" + port + ": ");
        }
    }

    @Test
    void saysWhatIsMissingWithoutJetty() throws Exception {
        URL[] withoutJetty = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("jetty"))
                .map(CodeModeMcpServerTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(
                withoutJetty, ClassLoader.getSystemClassLoader().getParent())) {
            Class<?> main = loader.loadClass(WithoutJetty.class.getName());
            assertThatThrownBy(() -> main.getMethod("start").invoke(null))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Cannot start an HTTP server: Jetty is not on the class path. Add"
                                    + " org.eclipse.jetty.ee11:jetty-ee11-servlet (12.1), or register servlet() in a container.");
        }
    }

    @Test
    void showsNoHeaderValues() {
        McpRequest request = new McpRequest(
                McpRequest.Transport.HTTP,
                Map.of("Authorization", List.of("Bearer secret")),
                "127.0.0.1",
                Optional.empty(),
                Optional.empty());
        assertThat(request).hasToString("McpRequest[transport=HTTP, headers=[authorization], remoteAddress=127.0.0.1]");
        assertThat(request.header("AUTHORIZATION")).hasValue("Bearer secret");
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs in a class loader that has everything but Jetty. */
    public static final class WithoutJetty {
        private WithoutJetty() {}

        /** Tries to start a server. */
        public static void start() {
            try (Bookshop bookshop = new Bookshop()) {
                bookshop.server().startHttp("127.0.0.1", 0);
            }
        }
    }
}
