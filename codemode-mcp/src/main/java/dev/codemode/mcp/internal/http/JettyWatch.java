package dev.codemode.mcp.internal.http;

import dev.codemode.internal.threads.HostThreads;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * Replaces a connector whose selectors no longer run: an {@link OutOfMemoryError} can end them, and the process would
 * run on without ever answering again. Held by {@code JettyWatchTest} and {@code MemoryTest}. Thread-safe.
 */
final class JettyWatch implements AutoCloseable {
    /** How often in a row, since a selector may also be late. */
    private static final int MISSES = 3;

    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private final Server server;
    private final Supplier<ServerConnector> connectors;
    private final Duration interval;
    private final int port;
    private final Thread thread = HostThreads.daemons("codemode-mcp-watch-").newThread(this::watch);
    private ServerConnector connector;
    private volatile boolean closed;

    /**
     * Prepares to watch a connector that is bound.
     *
     * @param connectors makes connectors like it, which are not part of the server yet
     */
    JettyWatch(ServerConnector connector, Supplier<ServerConnector> connectors, Duration interval) {
        this.server = connector.getServer();
        this.connector = connector;
        this.connectors = connectors;
        this.interval = interval;
        this.port = connector.getLocalPort();
    }

    void start() {
        thread.start();
    }

    private void watch() {
        int misses = 0;
        while (!closed) {
            try {
                misses = isAlive() ? 0 : misses + 1;
                if (misses == MISSES && !closed) {
                    restart();
                    misses = 0;
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception | OutOfMemoryError e) {
                // The watch continues: what failed this time may succeed the next.
                misses = MISSES - 1;
            }
        }
    }

    /** Returns whether every selector did something within the interval; takes that long at least. */
    private boolean isAlive() throws InterruptedException {
        Thread.sleep(interval.toMillis());
        Collection<ManagedSelector> selectors = connector.getSelectorManager().getBeans(ManagedSelector.class);
        CountDownLatch turns = new CountDownLatch(selectors.size());
        selectors.forEach(selector -> selector.submit(ready -> turns.countDown()));
        boolean turned = turns.await(interval.toMillis(), TimeUnit.MILLISECONDS);
        if (selectors.isEmpty() || !connector.isRunning()) {
            return false;
        }
        boolean busy = connector.getExecutor() instanceof ThreadPool pool && pool.isLowOnThreads();
        return turned || busy;
    }

    private void restart() throws Exception {
        LOG.log(System.Logger.Level.ERROR, "The HTTP server no longer answered; it is being restarted on port " + port);
        if (server.contains(connector)) {
            // Stopping it would wait forever for a selector that has ended.
            server.unmanage(connector);
            server.removeConnector(connector);
        }
        connector.close();
        ServerConnector next = connectors.get();
        next.setPort(port);
        server.addConnector(next);
        try {
            next.start();
        } catch (Exception | OutOfMemoryError e) {
            server.removeConnector(next);
            throw e;
        }
        connector = next;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
