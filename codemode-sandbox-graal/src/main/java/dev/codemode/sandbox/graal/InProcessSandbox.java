package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.realm.OperationIndexes;
import dev.codemode.sandbox.realm.ScriptRun;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;

/** Runs scripts on threads of this process. */
final class InProcessSandbox implements Sandbox {
    private static final System.Logger LOG = System.getLogger(InProcessSandbox.class.getName());
    private static final long MAX_CLOSE_MILLIS = 1_000;
    private static final String WARM_UP = "const a = [await warm.up({ n: 1 })]; console.log(a, Math.random());"
            + " return a.map((x) => ({ x, at: new Date() }));";

    private static final long MAX_BUILD_SECONDS = 15;

    private final ThreadPoolExecutor threads = ScriptThread.newThreads();
    private final AtomicInteger leaked = new AtomicInteger();
    private final Set<ScriptThread> running = ConcurrentHashMap.newKeySet();
    private final OperationIndexes indexes = new OperationIndexes();
    private final Engines engines;
    private final int maxLeakedThreads;
    private volatile boolean closed;

    InProcessSandbox(int maxLeakedThreads) {
        this.maxLeakedThreads = maxLeakedThreads;
        LOG.log(
                System.Logger.Level.WARNING,
                "Scripts run inside this process: for trusted code, not a boundary against hostile code.");
        CompletableFuture<Engine> first = new CompletableFuture<>();
        engines = new Engines(first);
        Thread warmUp = new Thread(() -> warmUp(first), "codemode-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
    }

    private void warmUp(CompletableFuture<Engine> first) {
        try {
            first.complete(GraalContexts.engine());
            SandboxRequest request = new SandboxRequest(
                    new Script(WARM_UP, List.of("warm.up"), Limits.defaults(), Instant.EPOCH, 0),
                    call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("{}")),
                    "");
            run(request, engines.unlisted(first.join()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            first.completeExceptionally(e);
            LOG.log(System.Logger.Level.DEBUG, "The warm-up ended early.", e);
        }
    }

    @Override
    public Execution execute(SandboxRequest request) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The execution was interrupted before it started.");
        }
        Execution refusal = ScriptRun.refusal(request);
        if (refusal != null) {
            return refusal;
        }
        if (leaked.get() >= maxLeakedThreads) {
            return unavailable(Execution.Unavailable.Reason.BUSY);
        }
        try {
            Engines.Lease lease = closed ? null : engines.acquire(request.trustDomain());
            return lease == null ? unavailable(Execution.Unavailable.Reason.CLOSED) : run(request, lease);
        } catch (CompletionException e) {
            LOG.log(System.Logger.Level.ERROR, "The engine could not be built.", e.getCause());
            return unavailable(Execution.Unavailable.Reason.NOT_STARTED);
        }
    }

    private Execution run(SandboxRequest request, Engines.Lease lease) throws InterruptedException {
        try (RunClock.Pause waiting = request.clock().pause()) {
            return run(request, lease, waiting);
        }
    }

    private Execution run(SandboxRequest request, Engines.Lease lease, RunClock.Pause waiting)
            throws InterruptedException {
        ScriptThread script = null;
        try {
            script = build(request, lease);
        } catch (IllegalStateException | PolyglotException e) {
            LOG.log(System.Logger.Level.DEBUG, "The engine was closed.", e);
            return unavailable(Execution.Unavailable.Reason.CLOSED);
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.ERROR, "No realm could be built in time.", e);
            return unavailable(Execution.Unavailable.Reason.NOT_STARTED);
        } finally {
            if (script == null) {
                lease.release();
            }
        }
        running.add(script);
        try {
            if (closed) {
                script.stop(null);
            }
            return script.execute(waiting);
        } finally {
            running.remove(script);
        }
    }

    /**
     * Builds a realm on a thread that can be abandoned: while building one, the engine also closes realms that were
     * collected, and can wait forever for the lock of one of them. It visits each once, so the next attempt meets none.
     */
    private ScriptThread build(SandboxRequest request, Engines.Lease lease)
            throws InterruptedException, TimeoutException {
        try {
            return tryToBuild(request, lease);
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, "The engine did not build a realm in time; it is asked again.");
            return tryToBuild(request, lease);
        }
    }

    private ScriptThread tryToBuild(SandboxRequest request, Engines.Lease lease)
            throws InterruptedException, TimeoutException {
        CompletableFuture<ScriptThread> built = CompletableFuture.supplyAsync(
                () -> new ScriptThread(request, indexes, lease, leaked, threads), threads);
        try {
            return built.get(MAX_BUILD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            abandon(built);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void abandon(CompletableFuture<ScriptThread> built) {
        leaked.incrementAndGet();
        var unused = built.whenComplete((script, failure) -> {
            leaked.decrementAndGet();
            if (script != null) {
                script.stop(null);
            }
        });
    }

    private static Execution unavailable(Execution.Unavailable.Reason reason) {
        return new Execution.Unavailable(reason, ConsoleOutput.empty());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        threads.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
        running.forEach(script -> script.stop(null));
        Thread closer = new Thread(engines::close, "codemode-close");
        closer.setDaemon(true);
        try {
            for (ScriptThread script : running) {
                script.awaitEnd();
            }
            closer.start();
            closer.join(MAX_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
