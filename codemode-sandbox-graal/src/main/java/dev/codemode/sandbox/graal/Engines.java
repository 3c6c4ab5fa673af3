package dev.codemode.sandbox.graal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/** One engine per trust domain; when there are many, those that were idle longest are removed first. Thread-safe. */
final class Engines {
    private static final System.Logger LOG = System.getLogger(Engines.class.getName());
    private static final int MAX_DOMAINS = 16;

    private final Map<String, Lease> leases = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable CompletableFuture<Engine> first;
    private boolean closed;

    /** Starts with an engine that is still being built and has seen no domain's data. */
    Engines(CompletableFuture<Engine> first) {
        this.first = first;
    }

    /** Returns the domain's engine, to be {@linkplain Lease#release released}; null if this is closed. */
    synchronized @Nullable Lease acquire(String trustDomain) {
        if (closed) {
            return null;
        }
        Lease lease = leases.computeIfAbsent(trustDomain, domain -> new Lease(takeOrCreate()));
        lease.users++;
        return lease;
    }

    /** Returns a lease of an engine that belongs to no domain. */
    Lease unlisted(Engine engine) {
        return new Lease(engine);
    }

    private Engine takeOrCreate() {
        CompletableFuture<Engine> taken = first;
        first = null;
        return taken == null ? GraalContexts.engine() : taken.join();
    }

    /** Stops handing out engines, and closes all. May block for as long as a script cannot be stopped. */
    void close() {
        for (CompletableFuture<Engine> engine : take()) {
            try {
                engine.join().close(true);
            } catch (PolyglotException | IllegalStateException | CompletionException e) {
                LOG.log(System.Logger.Level.DEBUG, "An engine did not close cleanly.", e);
            }
        }
    }

    private synchronized List<CompletableFuture<Engine>> take() {
        closed = true;
        List<CompletableFuture<Engine>> engines = new ArrayList<>();
        leases.values().forEach(lease -> engines.add(CompletableFuture.completedFuture(lease.engine)));
        leases.clear();
        CompletableFuture<Engine> unused = first;
        if (unused != null) {
            first = null;
            engines.add(unused);
        }
        return engines;
    }

    private synchronized void release(Lease released) {
        released.users--;
        Iterator<Lease> oldest = leases.values().iterator();
        while (leases.size() > MAX_DOMAINS && oldest.hasNext()) {
            Lease lease = oldest.next();
            if (lease.users == 0) {
                oldest.remove();
                lease.engine.close();
            }
        }
    }

    /** The lease of an engine to executions. */
    final class Lease {
        private final Engine engine;
        private int users;

        private Lease(Engine engine) {
            this.engine = engine;
        }

        Engine engine() {
            return engine;
        }

        void release() {
            Engines.this.release(this);
        }
    }
}
