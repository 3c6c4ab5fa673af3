package dev.codemode.mcp.internal.http;

import dev.codemode.internal.threads.HostThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Beats for every open reply, and watches the deadlines of requests. The timer only starts the writes, since a client
 * that does not read blocks its write. Thread-safe.
 */
final class Heartbeat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private final Set<HttpReply> replies = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, HostThreads.daemons("codemode-mcp-heartbeat-"));
    private final Executor writers = HostThreads.newExecutor("codemode-mcp-reply-");
    private final Duration interval;
    private final Runnable housekeeping;

    Heartbeat(Duration interval, Runnable housekeeping) {
        this.interval = interval;
        this.housekeeping = housekeeping;
        timer.setRemoveOnCancelPolicy(true);
    }

    void start() {
        var unused =
                timer.scheduleAtFixedRate(this::tick, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a task after that time, on a thread that the task may block; at once if this is closed. */
    Future<?> after(Duration delay, Runnable task) {
        try {
            return timer.schedule(() -> writers.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            task.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Runs a task on a thread that the task may block. */
    void run(Runnable task) {
        writers.execute(task);
    }

    void add(HttpReply reply) {
        replies.add(reply);
    }

    void remove(HttpReply reply) {
        replies.remove(reply);
    }

    private void tick() {
        try {
            replies.removeIf(HttpReply::isDone);
            replies.forEach(reply -> writers.execute(reply::beat));
            housekeeping.run();
        } catch (RuntimeException e) {
            // An exception that escaped here would end the timer.
            LOG.log(System.Logger.Level.WARNING, "A heartbeat failed", e);
        } catch (OutOfMemoryError e) {
            // Logging it could cause another one. The next beat may find memory again.
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
