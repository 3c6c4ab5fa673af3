package dev.codemode.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PooledThreadsTest {
    private final ExecutorService others = Executors.newCachedThreadPool(HostThreads.daemons("other-"));
    private final PooledThreads threads = new PooledThreads(HostThreads.daemons("pooled-"), others);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        threads.shutdownNow();
    }

    private Set<String> namesOfBusy(int tasks) throws InterruptedException {
        Set<String> names = ConcurrentHashMap.newKeySet();
        CountDownLatch begun = new CountDownLatch(tasks);
        for (int i = 0; i < tasks; i++) {
            threads.execute(() -> {
                names.add(Thread.currentThread().getName());
                begun.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        return names;
    }

    @Test
    void runsAtOnceWhatIsMoreThanItsThreads() throws Exception {
        Set<String> names = namesOfBusy(PooledThreads.MOST + 20);
        assertThat(names).filteredOn(name -> name.startsWith("pooled-")).hasSize(PooledThreads.MOST);
        assertThat(names).filteredOn(name -> name.startsWith("other-")).hasSize(20);
    }

    @Test
    void interruptsEveryTaskAtItsEnd() throws Exception {
        namesOfBusy(PooledThreads.MOST + 20);
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.isTerminated()).isTrue();
        assertThat(others.isTerminated()).isTrue();
    }

    @Test
    void waitsForTheTasksOfTheOtherExecutorToo() throws Exception {
        namesOfBusy(PooledThreads.MOST + 1);
        threads.shutdown();
        assertThat(threads.isTerminated()).isFalse();
        assertThat(threads.awaitTermination(1, TimeUnit.NANOSECONDS)).isFalse();
        release.countDown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesNothingAfterItsEnd() {
        threads.shutdown();
        assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
