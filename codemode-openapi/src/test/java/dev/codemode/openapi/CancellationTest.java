package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void anInterruptEndsACall() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        try (LoopbackServer server = silent(asked);
                OpenApiSource source = OpenApiSource.builder("api", DOCUMENT)
                        .baseUrl(server.url())
                        .build()) {
            Thread thread = new Thread(() -> {
                try {
                    TestApi.call(source, Map.of());
                } catch (Exception e) {
                    end.complete(e);
                }
            });
            thread.start();
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            thread.interrupt();
            assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aTimeoutEndsACall() {
        try (LoopbackServer server = silent(new CountDownLatch(1))) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server, builder -> builder.timeout(Duration.ofMillis(300))))
                    .hasMessage("The server has not answered in time.");
        }
    }

    @Test
    void aBodyThatNeverEndsEndsInTime() {
        try (LoopbackServer server = LoopbackServer.answering(
                "HTTP/1.1 200 X\r\nContent-Length: 100\r\nContent-Type: text/plain\r\n\r\nabc")) {
            assertThatThrownBy(() -> TestApi.call(DOCUMENT, server)).isInstanceOf(Exception.class);
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
                    .hasMessage("The connection to the server broke before it had answered.");
            assertThat(server.requests()).isEmpty();
        }
    }
}
