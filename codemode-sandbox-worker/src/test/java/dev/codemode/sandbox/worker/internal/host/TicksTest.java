package dev.codemode.sandbox.worker.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TicksTest {
    private final ManualTimer timer = new ManualTimer();
    private final Ticks ticks = new Ticks(timer);
    private final List<String> looks = new ArrayList<>();

    @AfterEach
    void closeTimer() {
        timer.shutdownNow();
    }

    @Test
    void repeatsATaskUntilItIsStopped() {
        ticks.start(() -> looks.add("a"));
        timer.fire();
        timer.fire();
        ticks.stop();
        timer.fire();
        assertThat(looks).containsExactly("a", "a");
        assertThat(timer.waiting).isEmpty();
    }

    @Test
    void setsUpOneTimerForShortTasksInARow() {
        for (String task : List.of("a", "b", "c")) {
            ticks.start(() -> looks.add(task));
            ticks.stop();
        }
        ticks.start(() -> looks.add("d"));
        assertThat(timer.waiting).hasSize(1);
        timer.fire();
        assertThat(looks).containsExactly("d");
    }

    @Test
    void beginsAgainAfterItHasComeToRest() {
        ticks.start(() -> looks.add("a"));
        ticks.stop();
        timer.fire();
        ticks.start(() -> looks.add("b"));
        timer.fire();
        assertThat(looks).containsExactly("b");
    }

    @Test
    void goesOnAfterATaskThatHasFailed() {
        ticks.start(() -> {
            looks.add("a");
            throw new IllegalStateException("failed");
        });
        timer.fire();
        timer.fire();
        assertThat(looks).containsExactly("a", "a");
    }

    @Test
    void endsWithItsTimer() {
        timer.closed = true;
        ticks.start(() -> looks.add("a"));
        assertThat(timer.waiting).isEmpty();
    }

    /** A timer whose tasks run when the test says so. */
    private static final class ManualTimer extends ScheduledThreadPoolExecutor {
        private final List<Runnable> waiting = new ArrayList<>();
        private boolean closed;

        ManualTimer() {
            super(1);
        }

        void fire() {
            List<Runnable> due = List.copyOf(waiting);
            waiting.clear();
            for (Runnable task : due) {
                try {
                    task.run();
                } catch (IllegalStateException e) {
                    // A timer's thread survives it too.
                }
            }
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            if (closed) {
                throw new RejectedExecutionException();
            }
            waiting.add(task);
            return super.schedule((Callable<@Nullable Object>) () -> null, 0, unit);
        }
    }
}
