package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class CancellationTest {
    private static final String DOCUMENT =
            TestApi.document("/c", "{ get: { operationId: call, responses: { \"200\": { description: OK } } } }", "");

    private static LoopbackServer silent(CountDownLatch asked) {
        return LoopbackServer.answering(request -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        });
    }

    /** Starts a call on a thread of its own, which keeps how it failed. */
    private static Thread calling(OpenApiSource source, CompletableFuture<Throwable> end) {
        Thread thread = new Thread(() -> {
            try {
                TestApi.call(source, Map.of());
            } catch (Exception e) {
                end.complete(e);
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void anInterruptEndsACall() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        try (LoopbackServer server = silent(asked);
                OpenApiSource source = OpenApiSource.builder("api", DOCUMENT)
                        .baseUrl(server.url())
                        .build()) {
            Thread thread = calling(source, end);
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            thread.interrupt();
            assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aTimeoutEndsACall() {
        try (LoopbackServer server = silent(new CountDownLatch(1))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server, builder -> builder.timeout(Duration.ofMillis(300))))
                    .hasMessage("The server did not answer in time.");
        }
    }

    @Test
    void aBodyThatNeverEndsEndsInTime() throws Exception {
        try (StallingServer server = new StallingServer();
                OpenApiSource source = server.source(Duration.ofMillis(500))) {
            assertThatThrownBy(() -> TestApi.call(source, Map.of())).hasMessage("The server did not answer in time.");
            assertThat(server.left.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anInterruptLeavesTheServerWhoseBodyNeverEnds() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        try (StallingServer server = new StallingServer();
                OpenApiSource source = server.source(Duration.ofSeconds(30))) {
            Thread thread = calling(source, end);
            assertThat(server.asked.await(30, TimeUnit.SECONDS)).isTrue();
            thread.interrupt();
            assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(server.left.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Sends a part of a body, and then nothing until the client leaves. */
    private static final class StallingServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch left = new CountDownLatch(1);

        StallingServer() throws IOException {
            Thread thread = new Thread(this::serve, "stalling-server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            try (Socket client = socket.accept()) {
                client.getOutputStream()
                        .write("HTTP/1.1 200 X\r\nContent-Length: 100\r\nContent-Type: text/plain\r\n\r\nabc"
                                .getBytes(StandardCharsets.US_ASCII));
                asked.countDown();
                client.getInputStream().readAllBytes();
                left.countDown();
            } catch (IOException e) {
                left.countDown();
            }
        }

        OpenApiSource source(Duration timeout) {
            return OpenApiSource.builder("api", DOCUMENT)
                    .baseUrl("http://127.0.0.1:" + socket.getLocalPort())
                    .timeout(timeout)
                    .maxRetries(0)
                    .build();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void aClosedSourceCallsNothing() throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            OpenApiSource source = OpenApiSource.builder("api", DOCUMENT)
                    .baseUrl(server.url())
                    .maxRetries(0)
                    .build();
            source.close();
            source.close();
            assertThatThrownBy(() -> TestApi.call(source, Map.of()))
                    .hasMessage("The connection to the server broke before it answered.");
            assertThat(server.requests()).isEmpty();
        }
    }
}
