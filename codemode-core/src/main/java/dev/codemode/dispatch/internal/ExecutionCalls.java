package dev.codemode.dispatch.internal;

import dev.codemode.execution.CallRecord;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one execution. Invariants, held by {@code ExecutionCallsTest}: at most {@code maxHostCalls} start, at
 * most {@code maxConcurrentHostCalls} run at once, none starts after {@link #end}, and before the permission only calls
 * that change nothing. They start in the order in which they were made. Thread-safe.
 */
public final class ExecutionCalls implements HostBridge {
    private final Dispatcher dispatcher;
    private final ExecutionScope scope;
    private final FailureLog failures = new FailureLog();
    private final List<RunningCall> calls = new ArrayList<>();
    private final Deque<RunningCall> waiting = new ArrayDeque<>();
    private final Supplier<CompletionStage<?>> permission;
    private int running;
    private boolean asked;
    private boolean permitted;
    private boolean ended;

    ExecutionCalls(Dispatcher dispatcher, ExecutionScope scope, Supplier<CompletionStage<?>> permission) {
        this.dispatcher = dispatcher;
        this.scope = scope;
        this.permission = permission;
    }

    @Override
    public CompletionStage<HostReply> call(HostCall request) {
        RunningCall call = new RunningCall(dispatcher, scope, failures, request);
        CompletionStage<HostReply> reply = call.reply();
        String refusal = admit(call);
        if (refusal.isEmpty()) {
            startWaiting();
        } else {
            call.refuse(refusal.equals("ended") ? CallFailure.ended(request) : CallFailure.tooMany(request, scope));
        }
        return reply;
    }

    /** Queues the call and returns nothing, or returns why it may not run. */
    private synchronized String admit(RunningCall call) {
        if (ended) {
            return "ended";
        }
        if (calls.size() >= scope.limits().maxHostCalls()) {
            return "too many";
        }
        calls.add(call);
        call.admit();
        waiting.add(call);
        return "";
    }

    private void startWaiting() {
        for (RunningCall call = next(); call != null; call = next()) {
            RunningCall started = call;
            try {
                dispatcher.executor().execute(() -> run(started));
            } catch (RejectedExecutionException e) {
                started.refuse(CallFailure.ended(started.request()));
                finished();
            }
        }
        if (mustAsk()) {
            CompletionStage<?> unused = permission.get().thenRun(this::permit);
        }
    }

    /** Returns whether the first call that waits needs the permission, which nobody has asked for. */
    private synchronized boolean mustAsk() {
        boolean first = isHeld(waiting.peek()) && !asked;
        asked |= first;
        return first;
    }

    private boolean isHeld(@Nullable RunningCall call) {
        return call != null && !permitted && !call.changesNothing();
    }

    private void permit() {
        synchronized (this) {
            permitted = true;
        }
        startWaiting();
    }

    private synchronized @Nullable RunningCall next() {
        if (ended || running >= scope.limits().maxConcurrentHostCalls() || isHeld(waiting.peek())) {
            return null;
        }
        RunningCall call = waiting.poll();
        running += call == null ? 0 : 1;
        return call;
    }

    private void run(RunningCall call) {
        try {
            call.run();
        } finally {
            finished();
            startWaiting();
        }
    }

    private synchronized void finished() {
        running--;
    }

    /**
     * Returns the kinds of values that operations returned unlike their declarations, keyed by the operations' names.
     */
    public synchronized Map<String, String> unlikeDeclared() {
        Map<String, String> kinds = new HashMap<>();
        for (RunningCall call : calls) {
            if (!call.unlikeDeclared().isEmpty()) {
                kinds.put(call.request().operation(), call.unlikeDeclared());
            }
        }
        return kinds;
    }

    /**
     * Refuses further calls, interrupts running ones without waiting for them, and returns the outcome of each call, in
     * dispatch order.
     */
    public List<CallRecord> end() {
        List<RunningCall> all;
        synchronized (this) {
            ended = true;
            waiting.clear();
            all = List.copyOf(calls);
        }
        all.forEach(RunningCall::cancel);
        return all.stream().map(RunningCall::record).toList();
    }
}
