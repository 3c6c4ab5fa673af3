package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.SourcePosition;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One execution in one realm: {@link #run} is called on the script's thread, {@link #stop} on any.
 *
 * @since 0.1
 */
public final class ScriptRun {
    private static final System.Logger LOG = System.getLogger(ScriptRun.class.getName());

    private final Realm realm;
    private final Script script;
    private final OperationIndex operations;
    private final ConsoleBuffer console;
    private final ScriptHost host;
    private final EventLoop loop;
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

    /** Creates a run in the host's process; the realm is closed when it ends. */
    public ScriptRun(Realm realm, SandboxRequest request, OperationIndexes operations, ConsoleBuffer console) {
        this(
                realm,
                request.script(),
                operations,
                console,
                new LocalHost(request.host(), request.script().startedAt()));
    }

    /** Creates a run whose host is elsewhere; the realm is closed when it ends. */
    public ScriptRun(Realm realm, Script script, OperationIndexes operations, ConsoleBuffer console, ScriptHost host) {
        this.realm = realm;
        this.script = script;
        this.operations = operations.of(script.operations());
        this.console = console;
        this.host = host;
        this.loop = new EventLoop(realm, script, this.operations, console, host, this::stopFromWithin);
    }

    /** Returns the answer to a script that is too long to be examined, or null if it is not. */
    public static @Nullable Execution refusal(SandboxRequest request) {
        return Utf8.exceeds(request.script().body(), request.limits().maxSourceBytes())
                ? new Execution.Stopped(LimitKind.SOURCE, null, ConsoleOutput.empty())
                : null;
    }

    /**
     * Runs the script to its end. Blocks; an interrupt ends the wait for calls and timers, and the script with it.
     *
     * @param started called when the realm is ready, before the script's first step
     */
    public Execution run(Runnable started) {
        try (realm) {
            realm.open(script, operations.services(), loop);
            started.run();
            Execution result = loop.run();
            return result == null ? ended(null) : result;
        } catch (ScriptEndException e) {
            return ended(e);
        } catch (InterruptedException | RuntimeException | Error e) {
            if (stop.get() == null) {
                LOG.log(System.Logger.Level.ERROR, "The engine failed.", e);
            }
            return ended(null);
        }
    }

    /**
     * Stops the script because of a limit, or, with null, because the execution is no longer wanted. Does not wait, and
     * does nothing if the script is already being stopped.
     */
    public void stop(@Nullable LimitKind limit) {
        if (stop.compareAndSet(null, new Stop(limit, System.nanoTime()))) {
            host.wake();
            Thread canceller = new Thread(realm::cancel, "codemode-cancel");
            canceller.setDaemon(true);
            canceller.start();
        }
    }

    private void stopFromWithin(LimitKind limit) {
        stop.compareAndSet(null, new Stop(limit, System.nanoTime()));
        realm.cancel();
    }

    /** Returns how long ago the script was asked to stop, in nanoseconds; zero if it was not. */
    public long stoppingNanos() {
        Stop reason = stop.get();
        return reason == null ? 0 : Math.max(1, System.nanoTime() - reason.atNanos);
    }

    /** Returns the answer for the caller if the script does not end although it was asked to. */
    public Execution abandoned() {
        return ended(null);
    }

    private Execution ended(@Nullable ScriptEndException end) {
        Stop reason = stop.get();
        SourcePosition position = end == null ? null : end.position();
        if (reason != null && reason.limit != null) {
            return new Execution.Stopped(reason.limit, position, console.output());
        }
        if (reason == null && end != null && end.limit() != null) {
            return new Execution.Stopped(end.limit(), position, console.output());
        }
        if (reason == null && end != null && end.failure() != null) {
            return new Execution.Failed(end.failure(), console.output());
        }
        return new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, console.output());
    }

    private record Stop(@Nullable LimitKind limit, long atNanos) {}
}
