package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.dispatch.CallRecord;
import dev.codemode.dispatch.CallRecord.Outcome;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call from its dispatch to its outcome; the first outcome counts. A cancelled call is answered at once, whatever its
 * handler does; its thread is interrupted only while it belongs to this call. Thread-safe.
 */
final class RunningCall {
    private final CallSteps steps;
    private final HostCall request;
    private final Optional<Effect> effect;
    private final CompletableFuture<HostReply> reply = new CompletableFuture<>();
    private final long startedAt = System.nanoTime();

    private @Nullable Thread thread;
    private @Nullable Outcome outcome;
    private String message = "";
    private boolean retryable;
    private Duration duration = Duration.ZERO;

    RunningCall(Dispatcher dispatcher, ExecutionScope scope, HostCall request) {
        this.request = request;
        this.steps = new CallSteps(dispatcher, scope, request);
        this.effect = scope.builtIns().containsKey(request.operation())
                ? Optional.of(Effect.READ)
                : scope.visible().find(request.operation()).map(Operation::effect);
    }

    HostCall request() {
        return request;
    }

    CompletionStage<HostReply> reply() {
        return reply;
    }

    void run() {
        if (!enter()) {
            return;
        }
        try {
            settle(Outcome.SUCCEEDED, new HostReply.Fulfilled(steps.carryOut()));
        } catch (CallSteps.FailedCall e) {
            settle(e.failure().outcome(), e.failure().reply());
        } finally {
            leave();
        }
    }

    private synchronized boolean enter() {
        if (outcome != null) {
            return false;
        }
        thread = Thread.currentThread();
        return true;
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
        refuse(thread() == null ? CallFailure.ended(request) : CallFailure.cancelled(request));
    }

    private synchronized @Nullable Thread thread() {
        return thread;
    }

    private void settle(Outcome settled, HostReply answer) {
        synchronized (this) {
            if (outcome != null) {
                return;
            }
            outcome = settled;
            if (answer instanceof HostReply.Rejected rejected) {
                message = rejected.message();
                retryable = rejected.retryable();
            }
            duration = Duration.ofNanos(System.nanoTime() - startedAt);
        }
        reply.complete(answer);
    }

    synchronized CallRecord record() {
        Outcome now = outcome == null ? Outcome.CANCELLED : outcome;
        return new CallRecord(request.id(), request.operation(), effect, now, duration, message, retryable);
    }
}
