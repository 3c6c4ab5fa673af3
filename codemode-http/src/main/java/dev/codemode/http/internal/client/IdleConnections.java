package dev.codemode.http.internal.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connections that wait for their next request. The most recently used goes first, so that those which are not needed
 * grow old. Invariant, held by {@code PlainClientTest}: none is kept longer than its server said, and none after {@link
 * #close}. Thread-safe.
 */
final class IdleConnections implements AutoCloseable {
    private static final int MAX_KEPT = 256;
    private static final long SWEEP_SECONDS = 10;

    private final Map<Origin, Deque<Kept>> kept = new HashMap<>();
    private int count;
    private boolean sweeping;
    private boolean closed;

    private record Kept(PlainConnection connection, Deadline until) {
        boolean isOld(long now) {
            return until.nanoTime() - now <= 0;
        }
    }

    /** Returns a connection to the server that is still open, or null if there is none. */
    @Nullable PlainConnection take(Origin origin) {
        for (Kept newest = poll(origin); newest != null; newest = poll(origin)) {
            if (!newest.isOld(System.nanoTime()) && newest.connection.isQuiet()) {
                return newest.connection;
            }
            newest.connection.close();
        }
        return null;
    }

    private synchronized @Nullable Kept poll(Origin origin) {
        Deque<Kept> ofOrigin = kept.get(origin);
        Kept newest = ofOrigin == null ? null : ofOrigin.pollLast();
        count -= newest == null ? 0 : 1;
        return newest;
    }

    /** Takes a connection back, to keep it for that long. */
    void give(Origin origin, PlainConnection connection, Duration time) {
        if (time.isZero() || !add(origin, new Kept(connection, Deadline.in(time)))) {
            connection.close();
        }
    }

    private synchronized boolean add(Origin origin, Kept fresh) {
        if (closed || count >= MAX_KEPT) {
            return false;
        }
        kept.computeIfAbsent(origin, key -> new ArrayDeque<>()).addLast(fresh);
        count++;
        if (!sweeping) {
            sweeping = true;
            CompletableFuture.delayedExecutor(SWEEP_SECONDS, TimeUnit.SECONDS, Runnable::run)
                    .execute(this::sweep);
        }
        return true;
    }

    private synchronized void sweep() {
        long now = System.nanoTime();
        for (Iterator<Deque<Kept>> origins = kept.values().iterator(); origins.hasNext(); ) {
            Deque<Kept> ofOrigin = origins.next();
            ofOrigin.removeIf(connection -> {
                boolean old = connection.isOld(now) || !connection.connection.isQuiet();
                if (old) {
                    connection.connection.close();
                    count--;
                }
                return old;
            });
            if (ofOrigin.isEmpty()) {
                origins.remove();
            }
        }
        sweeping = count > 0 && !closed;
        if (sweeping) {
            CompletableFuture.delayedExecutor(SWEEP_SECONDS, TimeUnit.SECONDS, Runnable::run)
                    .execute(this::sweep);
        }
    }

    /** Closes them all, and every one that is given back from now on. */
    @Override
    public synchronized void close() {
        closed = true;
        kept.values().forEach(ofOrigin -> ofOrigin.forEach(connection -> connection.connection.close()));
        kept.clear();
        count = 0;
    }
}
