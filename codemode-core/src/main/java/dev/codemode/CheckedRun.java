package dev.codemode;

import dev.codemode.dispatch.internal.ExecutionCalls;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.RunClock;
import dev.codemode.script.PreparedScript;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The check of a script beside its run. Invariant, held by {@code CheckBesideTest}: no call that may change something
 * starts before the check has passed, and what a rejected script returned is never the answer. Thread-safe.
 */
final class CheckedRun {
    /** The time in which a rejected script, whose calls all fail by then, ends by itself before it is stopped. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private final PreparedScript.Check check;
    private final RunClock clock;
    private final CompletableFuture<PreparedScript.Findings> findings = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> passed = new CompletableFuture<>();
    private boolean started;
    private boolean over;

    CheckedRun(PreparedScript.Check check, RunClock clock) {
        this.check = check;
        this.clock = clock;
    }

    /** Starts the check if it is needed in any case; if it finds mistakes, ends the calls and soon the script. */
    void begin(ExecutionCalls calls) {
        CompletionStage<?> unused = findings.thenAccept(found -> {
            if (found.passed()) {
                passed.complete(null);
            } else {
                calls.end();
                leave();
            }
        });
        if (check.isNeeded()) {
            start();
        }
    }

    /** Cuts the time of the run, unless it is over: the clock may count for another one by then. */
    private synchronized void leave() {
        if (!over) {
            clock.leave(GRACE);
        }
    }

    /** Takes the end of the run: what the check finds later stops nothing. */
    synchronized void end() {
        over = true;
    }

    /** Starts the check unless it has been started; what this returns completes only if the check passes. */
    CompletionStage<?> permission() {
        start();
        return passed;
    }

    private void start() {
        synchronized (this) {
            if (started) {
                return;
            }
            started = true;
        }
        CompletionStage<?> unused = check.findings()
                .whenComplete(
                        (found, failure) -> findings.complete(found == null ? PreparedScript.Findings.none() : found));
    }

    /** Returns what was found about a script that ended like this. Blocks until the check is over. */
    PreparedScript.Findings after(Execution execution) throws InterruptedException {
        if (execution instanceof Execution.Failed) {
            start();
        }
        synchronized (this) {
            if (!started) {
                return PreparedScript.Findings.none();
            }
        }
        try {
            return findings.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A check never fails", e);
        }
    }
}
