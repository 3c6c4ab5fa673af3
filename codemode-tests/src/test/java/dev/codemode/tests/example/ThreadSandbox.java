package dev.codemode.tests.example;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.realm.ConsoleBuffer;
import dev.codemode.sandbox.realm.OperationIndexes;
import dev.codemode.sandbox.realm.RealmFactory;
import dev.codemode.sandbox.realm.ScriptRun;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs each script on its own thread. Stops only code that checks for it, and trusts it with the host's memory. */
final class ThreadSandbox implements Sandbox {
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final RealmFactory realms;
    private final OperationIndexes indexes = new OperationIndexes();
    private final Set<ScriptRun> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(task -> new Thread(null, task, "script", 64 << 20));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    ThreadSandbox(RealmFactory realms) {
        this.realms = realms;
    }

    @Override
    public Execution execute(SandboxRequest request) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The execution was interrupted before it started.");
        }
        Execution refusal = ScriptRun.refusal(request);
        if (refusal != null || threads.isShutdown()) {
            return refusal != null
                    ? refusal
                    : new Execution.Unavailable(Execution.Unavailable.Reason.CLOSED, ConsoleOutput.empty());
        }
        ConsoleBuffer console = new ConsoleBuffer(request.limits().maxConsoleBytes());
        ScriptRun script = new ScriptRun(realms.create(request.limits()), request, indexes, console);
        running.add(script);
        Future<Execution> end = threads.submit(() -> script.run(() -> {}));
        try (RunClock.Watch time = request.clock().whenSpent(timer, () -> script.stop(LimitKind.RUN_TIME))) {
            return await(script, end);
        } catch (InterruptedException e) {
            script.stop(null);
            throw e;
        } finally {
            running.remove(script);
        }
    }

    /** Waits for the script's end, or until it has not ended although it was stopped. */
    private static Execution await(ScriptRun script, Future<Execution> end) throws InterruptedException {
        while (script.stoppingNanos() < GRACE_NANOS) {
            try {
                return end.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // It runs, or is being stopped.
            } catch (ExecutionException e) {
                throw new IllegalStateException("A script's thread failed.", e.getCause());
            }
        }
        return script.abandoned();
    }

    @Override
    public void close() {
        running.forEach(script -> script.stop(null));
        threads.shutdown();
        timer.shutdown();
    }
}
