package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JettyWatchTest {
    private final Server server = new Server();
    private final CountDownLatch starts = new CountDownLatch(2);
    private final ServerConnector connector = connector();

    private ServerConnector connector() {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle started) {
                starts.countDown();
            }
        });
        return connector;
    }

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void restartsAConnectorWhoseSelectorsHaveEnded() throws Exception {
        URI url = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
        try (JettyWatch watch = new JettyWatch(connector, this::connector, Duration.ofMillis(20))) {
            for (ManagedSelector selector : connector.getSelectorManager().getBeans(ManagedSelector.class)) {
                selector.stop();
            }
            watch.start();
            assertThat(starts.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(server.getConnectors()).hasSize(1).doesNotContain(connector);
    }
}
