package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.execution.CallRecord;
import dev.codemode.execution.CallRecord.Outcome;
import dev.codemode.execution.ExecutionEvent;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call from its dispatch to its outcome; the first outcome counts. A cancelled call is answered at once, whatever
 * its handler does; its thread is interrupted only while it belongs to this call. Thread-safe.
 *
 * <p>Invariant: a finished call keeps neither its arguments nor its result; a script may make a thousand calls. Held by
 * {@code ExecutionCallsTest.keepsNeitherArgumentsNorResultsOfCallsThatAreOver}.
 */
final class RunningCall {
    private final ExecutionScope scope;
    private final Optional<Effect> effect;
    private final long startedAt = System.nanoTime();

    private HostCall request;
    private @Nullable CallSteps steps;
    private @Nullable CompletableFuture<HostReply> reply = new CompletableFuture<>();
    private @Nullable Thread thread;
    private @Nullable Outcome outcome;
    private String message = "";
    private String unlikeDeclared = "";
    private boolean retryable;
    private boolean admitted;
    private Duration duration = Duration.ZERO;

    RunningCall(Dispatcher dispatcher, ExecutionScope scope, FailureLog failures, HostCall request) {
        this.scope = scope;
        this.request = request;
        this.steps = new CallSteps(dispatcher, scope, failures, request);
        this.effect = scope.builtIns().containsKey(request.operation())
                ? Optional.of(Effect.READ)
                : scope.visible().find(request.operation()).map(Operation::effect);
    }

    synchronized HostCall request() {
        return request;
    }

    /** Returns the future answer; asked for before the call can have finished. */
    synchronized CompletionStage<HostReply> reply() {
        return Objects.requireNonNull(reply, "the call is over");
    }

    /** Returns whether it changes nothing, because its operation only reads, or does not exist for the caller. */
    boolean changesNothing() {
        return effect.isEmpty() || effect.get() == Effect.READ;
    }

    void run() {
        CallSteps entered = enter();
        if (entered == null) {
            return;
        }
        try {
            HostCall started = request();
            scope.events()
                    .accept(new ExecutionEvent.CallStarted(scope.id(), started.id(), started.operation(), effect));
            HostReply answer = new HostReply.Fulfilled(entered.carryOut());
            synchronized (this) {
                unlikeDeclared = entered.unlikeDeclared();
            }
            settle(Outcome.SUCCEEDED, answer);
        } catch (CallSteps.FailedCall e) {
            refuse(e.failure());
        } catch (RuntimeException | Error e) {
            refuse(entered.internal(e));
            throw e;
        } finally {
            leave();
        }
    }

    /** Counts the call among those of the execution: listeners are notified of its end. */
    synchronized void admit() {
        admitted = true;
    }

    private synchronized @Nullable CallSteps enter() {
        thread = outcome == null ? Thread.currentThread() : null;
        return steps;
    }

    private synchronized void leave() {
        thread = null;
        // An interrupt meant for this call must not reach the next task of a pooled thread.
        Thread.interrupted();
    }

    void refuse(CallFailure failure) {
        settle(failure.outcome(), failure.reply());
    }

    void cancel() {
        synchronized (this) {
            if (outcome == null && thread != null) {
                thread.interrupt();
            }
        }
        refuse(mayHaveTakenEffect() ? CallFailure.cancelled(request()) : CallFailure.ended(request()));
    }

    private synchronized boolean mayHaveTakenEffect() {
        return thread != null && steps != null && steps.reached();
    }

    private void settle(Outcome settled, HostReply answer) {
        CompletableFuture<HostReply> waited;
        boolean counted;
        synchronized (this) {
            counted = admitted;
            waited = reply;
            if (waited == null) {
                return;
            }
            reply = null;
            steps = null;
            request = new HostCall(request.id(), request.operation(), "");
            outcome = settled;
            if (answer instanceof HostReply.Rejected rejected) {
                message = rejected.message();
                retryable = rejected.retryable();
            }
            duration = Duration.ofNanos(System.nanoTime() - startedAt);
        }
        if (counted) {
            scope.events().accept(new ExecutionEvent.CallEnded(scope.id(), record()));
        }
        waited.complete(answer);
    }

    /** Returns the kind of value that came back, if the operation declares another; otherwise nothing. */
    synchronized String unlikeDeclared() {
        return unlikeDeclared;
    }

    synchronized CallRecord record() {
        Outcome now = outcome == null ? Outcome.CANCELLED : outcome;
        return new CallRecord(request.id(), request.operation(), effect, now, duration, message, retryable);
    }
}
