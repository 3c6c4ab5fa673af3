package dev.codemode.sandbox.worker.internal.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.codemode.sandbox.Execution.Unavailable.Reason;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.internal.launch.LaunchOptions;
import dev.codemode.sandbox.worker.internal.launch.Launcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class WorkerPoolTest {
    private static final long MEMORY = 128L << 20;

    @Test
    void servesThoseWhoWaitInTheirOrder() throws InterruptedException, NoWorkerException {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        try (WorkerPool pool = pool(1, 64, Duration.ofMinutes(1))) {
            WorkerProcess first = pool.acquire("a", MEMORY);
            List<Thread> threads = new ArrayList<>();
            for (String domain : List.of("b", "a", "c", "a")) {
                threads.add(new Thread(() -> use(pool, domain, served)));
                threads.get(threads.size() - 1).start();
                while (pool.waiting() < threads.size()) {
                    Thread.onSpinWait();
                }
            }
            pool.release(first);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(served).containsExactly("b", "a", "c", "a");
    }

    @Test
    void servesTheTrustDomainWithTheFewestWorkersFirst() throws InterruptedException, NoWorkerException {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        try (WorkerPool pool = pool(2, 64, Duration.ofMinutes(1))) {
            WorkerProcess first = pool.acquire("flood", MEMORY);
            WorkerProcess second = pool.acquire("flood", MEMORY);
            List<Thread> threads = new ArrayList<>();
            for (String domain : List.of("flood", "flood", "one")) {
                threads.add(new Thread(() -> use(pool, domain, served)));
                threads.get(threads.size() - 1).start();
                while (pool.waiting() < threads.size()) {
                    Thread.onSpinWait();
                }
            }
            pool.release(first);
            for (Thread thread : threads) {
                thread.join();
            }
            pool.release(second);
        }
        assertThat(served).containsExactly("one", "flood", "flood");
    }

    private static void use(WorkerPool pool, String domain, List<String> served) {
        try {
            WorkerProcess worker = pool.acquire(domain, MEMORY);
            served.add(domain);
            pool.release(worker);
        } catch (InterruptedException | NoWorkerException e) {
            served.add(e.toString());
        }
    }

    @Test
    void boundsHowManyWait() throws InterruptedException, NoWorkerException {
        try (WorkerPool pool = pool(1, 1, Duration.ofMinutes(1))) {
            WorkerProcess worker = pool.acquire("a", MEMORY);
            Thread waiting = new Thread(() -> use(pool, "a", new ArrayList<>()));
            waiting.start();
            while (pool.waiting() < 1) {
                Thread.onSpinWait();
            }
            assertThatExceptionOfType(NoWorkerException.class)
                    .isThrownBy(() -> pool.acquire("a", MEMORY))
                    .extracting(NoWorkerException::reason)
                    .isEqualTo(Reason.BUSY);
            pool.release(worker);
            waiting.join();
        }
    }

    @Test
    void boundsHowLongOneWaits() throws InterruptedException, NoWorkerException {
        try (WorkerPool pool = pool(1, 64, Duration.ofSeconds(3))) {
            WorkerProcess worker = pool.acquire("a", MEMORY);
            assertThatExceptionOfType(NoWorkerException.class)
                    .isThrownBy(() -> pool.acquire("a", MEMORY))
                    .extracting(NoWorkerException::reason)
                    .isEqualTo(Reason.BUSY);
            pool.release(worker);
            pool.release(pool.acquire("a", MEMORY));
        }
    }

    @Test
    void isNotBusyWhileItsOnlyWorkerStarts() throws InterruptedException {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        List<String> slowly = List.of("sh", "-c", "sleep 2; exec \"$@\"", "sh");
        try (WorkerPool pool = pool(1, 64, Duration.ofMillis(1_500), slowly)) {
            List<Thread> threads = new ArrayList<>();
            for (String domain : List.of("a", "a", "a", "a")) {
                threads.add(new Thread(() -> use(pool, domain, served)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(served).containsExactly("a", "a", "a", "a");
    }

    @Test
    void isNotBusyWhileAnotherWorkerStarts() throws InterruptedException, NoWorkerException {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        List<String> slowly = List.of("sh", "-c", "sleep 2; exec \"$@\"", "sh");
        try (WorkerPool pool = pool(2, 64, Duration.ofMillis(1_500), slowly)) {
            WorkerProcess atWork = pool.acquire("a", MEMORY);
            List<Thread> threads = new ArrayList<>();
            for (String domain : List.of("a", "a", "a")) {
                threads.add(new Thread(() -> use(pool, domain, served)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            pool.release(atWork);
        }
        assertThat(served).containsExactly("a", "a", "a");
    }

    @Test
    void keepsMoreWorkersReadyWhileNewTrustDomainsCome() throws InterruptedException, NoWorkerException {
        AtomicLong clock = new AtomicLong();
        try (WorkerPool pool = pool(20, 3, Duration.ofMinutes(1), List.of(), clock::get)) {
            for (String domain : List.of("a", "b", "c", "d", "e", "f")) {
                pool.release(pool.acquire(domain, MEMORY));
            }
            awaitBlank(pool, 3);
            clock.addAndGet(Duration.ofSeconds(61).toNanos());
            pool.sweep();
            assertThat(pool.blank()).isEqualTo(1);
        }
    }

    @Test
    void keepsOneWorkerReadyForReturningTrustDomains() throws InterruptedException, NoWorkerException {
        try (WorkerPool pool = pool(20, 3, Duration.ofMinutes(1), List.of(), () -> 0)) {
            for (int i = 0; i < 6; i++) {
                pool.release(pool.acquire("a", MEMORY));
            }
            awaitBlank(pool, 1);
            WorkerProcess spare = pool.acquire("b", MEMORY);
            awaitBlank(pool, 2);
            pool.release(spare);
        }
    }

    @Test
    void keepsNoMoreWorkersReadyForOneTrustDomainWithManyScripts() throws InterruptedException, NoWorkerException {
        try (WorkerPool pool = pool(20, 3, Duration.ofMinutes(1), List.of(), () -> 0)) {
            List<WorkerProcess> busy = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                busy.add(pool.acquire("a", MEMORY));
            }
            awaitBlank(pool, 1);
            busy.forEach(pool::release);
            assertThat(pool.blank()).isEqualTo(1);
        }
    }

    private static void awaitBlank(WorkerPool pool, int count) {
        while (pool.blank() != count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void handsOutNoWorkerThatDied() throws InterruptedException, NoWorkerException {
        try (WorkerPool pool = pool(1, 64, Duration.ofMinutes(1))) {
            WorkerProcess first = pool.acquire("a", MEMORY);
            pool.release(first);
            first.close();
            first.awaitExit();
            assertThat(pool.acquire("a", MEMORY)).isNotSameAs(first);
        }
    }

    private static WorkerPool pool(int maxWorkers, int maxQueued, Duration maxQueueTime) {
        return pool(maxWorkers, maxQueued, maxQueueTime, List.of());
    }

    private static WorkerPool pool(int maxWorkers, int maxQueued, Duration maxQueueTime, List<String> commandPrefix) {
        return pool(maxWorkers, maxQueued, maxQueueTime, commandPrefix, System::nanoTime);
    }

    private static WorkerPool pool(
            int maxWorkers, int maxQueued, Duration maxQueueTime, List<String> commandPrefix, LongSupplier nanoTime) {
        WorkerProgram program = LyingWorker.program();
        PoolOptions options = new PoolOptions(
                maxWorkers,
                1,
                3,
                maxQueued,
                maxQueueTime,
                new PoolOptions.Lifetime(1_000, Duration.ofMinutes(1)),
                MEMORY);
        Launcher launcher = Launcher.of(program, new LaunchOptions(null, List.of(), commandPrefix, null));
        return new WorkerPool(launcher, program, options, nanoTime);
    }
}
