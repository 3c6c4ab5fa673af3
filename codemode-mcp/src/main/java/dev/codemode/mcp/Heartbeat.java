package dev.codemode.mcp;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Beats for every open reply. The timer only starts the writes, since a client that does not read blocks its own. */
final class Heartbeat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private final Set<HttpReply> replies = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, CallExecutor.daemons("codemode-mcp-heartbeat-"));
    private final Executor writers = CallExecutor.create();
    private final Duration interval;
    private final Runnable housekeeping;

    Heartbeat(Duration interval, Runnable housekeeping) {
        this.interval = interval;
        this.housekeeping = housekeeping;
    }

    void start() {
        var unused =
                timer.scheduleAtFixedRate(this::tick, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
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
            // An exception that left here would end the timer.
            LOG.log(System.Logger.Level.WARNING, "A heartbeat failed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
