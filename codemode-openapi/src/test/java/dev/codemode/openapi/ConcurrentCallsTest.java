package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.http.Authorization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ConcurrentCallsTest {
    private static final String DOCUMENT =
            TestApi.document("/c", "{ get: { operationId: call, responses: { \"200\": { description: OK } } } }", "");

    @Test
    void carriesOutNoMoreCallsAtOnceThanPermitted() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (LoopbackServer server = LoopbackServer.ok("1");
                OpenApiSource source = OpenApiSource.builder("api", DOCUMENT)
                        .baseUrl(server.url())
                        .maxConcurrentCalls(2)
                        .authorizer(request -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            Thread.yield();
                            running.decrementAndGet();
                            return Authorization.none();
                        })
                        .build()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(threads.submit(() -> TestApi.call(source, TestApi.arguments())));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            assertThat(server.requests()).hasSize(40);
            assertThat(most.get()).isBetween(1, 2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysThatACallHasWaitedForOthers() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (LoopbackServer server = LoopbackServer.ok("1");
                OpenApiSource source = OpenApiSource.builder("api", DOCUMENT)
                        .baseUrl(server.url())
                        .maxConcurrentCalls(1)
                        .authorizer(request -> {
                            inside.countDown();
                            done.await();
                            return Authorization.none();
                        })
                        .build()) {
            Future<?> first = thread.submit(() -> TestApi.call(source, TestApi.arguments()));
            inside.await();
            assertThatThrownBy(() -> TestApi.call(
                            source, TestApi.arguments(), Instant.now().plusMillis(50)))
                    .hasMessage("The call waited for other calls of this service until its time was up (limit:"
                            + " maxConcurrentCalls). Nothing was sent.");
            done.countDown();
            assertThat(first.get()).isEqualTo(1L);
        } finally {
            thread.shutdownNow();
        }
    }
}
