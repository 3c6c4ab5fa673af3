package dev.codemode.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RunClockTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    @Test
    void countsDownToZero() throws InterruptedException {
        RunClock clock = RunClock.start(Duration.ofMillis(20));
        assertThat(clock.left()).isLessThanOrEqualTo(Duration.ofMillis(20));
        Thread.sleep(30);
        assertThat(clock.left()).isZero();
        assertThat(clock.isSpent()).isTrue();
    }

    @Test
    void keepsItsDeadlineWhileItRuns() throws InterruptedException {
        Instant before = Instant.now();
        RunClock clock = RunClock.start(Duration.ofSeconds(30));
        Instant deadline = clock.deadline();
        assertThat(deadline).isBetween(before.plusSeconds(30), Instant.now().plusSeconds(30));
        Thread.sleep(5);
        assertThat(clock.deadline()).isEqualTo(deadline);
    }

    @Test
    void standsStillWhileItIsPaused() throws InterruptedException {
        RunClock clock = RunClock.start(Duration.ofSeconds(30));
        Instant deadline = clock.deadline();
        RunClock.Pause pause = clock.pause();
        Duration left = clock.left();
        Thread.sleep(40);
        assertThat(clock.left()).isEqualTo(left);
        assertThat(clock.deadline()).isAfterOrEqualTo(deadline.plusMillis(40));
        pause.close();
        pause.close();
        Instant later = clock.deadline();
        Thread.sleep(5);
        assertThat(clock.left()).isLessThan(left);
        assertThat(clock.deadline()).isEqualTo(later);
    }

    @Test
    void standsStillUntilEveryPauseIsOver() throws InterruptedException {
        RunClock clock = RunClock.start(Duration.ofSeconds(30));
        RunClock.Pause first = clock.pause();
        RunClock.Pause second = clock.pause();
        first.close();
        Duration left = clock.left();
        Thread.sleep(5);
        assertThat(clock.left()).isEqualTo(left);
        second.close();
        Thread.sleep(5);
        assertThat(clock.left()).isLessThan(left);
    }

    @Test
    void saysOnceWhenTheTimeIsSpent() throws InterruptedException {
        AtomicInteger spent = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        RunClock clock = RunClock.start(Duration.ofMillis(10));
        clock.whenSpent(timer, () -> {
            spent.incrementAndGet();
            done.countDown();
        });
        done.await();
        clock.pause().close();
        timer.schedule(() -> {}, 5, TimeUnit.MILLISECONDS);
        assertThat(spent).hasValue(1);
        assertThat(clock.isSpent()).isTrue();
    }

    @Test
    void saysNothingWhileItIsPausedAndThenOnTime() throws InterruptedException {
        RunClock clock = RunClock.start(Duration.ofMillis(50));
        CountDownLatch done = new CountDownLatch(1);
        try (RunClock.Pause pause = clock.pause()) {
            clock.whenSpent(timer, done::countDown);
            assertThat(done.await(80, TimeUnit.MILLISECONDS)).isFalse();
        }
        done.await();
        assertThat(clock.isSpent()).isTrue();
    }

    @Test
    void aPauseHoldsBackWhoIsWaiting() throws InterruptedException {
        RunClock clock = RunClock.start(Duration.ofMillis(50));
        CountDownLatch done = new CountDownLatch(1);
        clock.whenSpent(timer, done::countDown);
        try (RunClock.Pause pause = clock.pause()) {
            assertThat(done.await(80, TimeUnit.MILLISECONDS)).isFalse();
        }
        done.await();
    }

    @Test
    void saysNothingToAWatchThatIsClosed() throws InterruptedException {
        RunClock clock = RunClock.start(Duration.ofMillis(20));
        CountDownLatch done = new CountDownLatch(1);
        clock.whenSpent(timer, done::countDown).close();
        assertThat(done.await(60, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void aPauseEndsAlthoughATimerHasBeenShutDown() {
        RunClock clock = RunClock.start(Duration.ofSeconds(30));
        clock.whenSpent(timer, () -> {});
        RunClock.Pause pause = clock.pause();
        timer.shutdownNow();
        pause.close();
        assertThat(clock.left()).isPositive();
    }

    @Test
    void canBeLeftLessTimeButNeverMore() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        RunClock clock = RunClock.start(Duration.ofSeconds(30));
        RunClock.Watch watch = clock.whenSpent(timer, done::countDown);
        clock.leave(Duration.ofMinutes(1));
        assertThat(clock.left()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        clock.leave(Duration.ofMillis(10));
        assertThat(clock.left()).isLessThanOrEqualTo(Duration.ofMillis(10));
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(clock.isSpent()).isTrue();
        watch.close();
    }

    @Test
    void isSpentNoSoonerThanItsPauseIsOver() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        RunClock clock = RunClock.start(Duration.ofSeconds(30));
        RunClock.Watch watch = clock.whenSpent(timer, done::countDown);
        RunClock.Pause pause = clock.pause();
        clock.leave(Duration.ZERO);
        assertThat(done.await(30, TimeUnit.MILLISECONDS)).isFalse();
        pause.close();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        watch.close();
    }
}
