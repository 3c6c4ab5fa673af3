package dev.codemode;

import dev.codemode.catalog.Caller;
import dev.codemode.execution.ExecutionEvent;
import dev.codemode.execution.ExecutionRecord;
import dev.codemode.internal.threads.FairSlots;
import dev.codemode.text.internal.AnswerText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * Admits executions: a bounded number at once, and none after the end. Invariant, held by {@code CodeModeTest}: after {@link
 * #close} nothing runs and nothing starts. Thread-safe.
 */
final class Executions {
    /** A client waits a minute for an answer, by default: see {@link CodeModeBuilder#maxQueueTime}. */
    private static final int MOST_QUEUE_TIMES = 6;

    private final CodeModeOptions options;
    private final ExecutionEvents events;
    private final FairSlots slots;
    private final Duration mostQueueTime;
    private final Set<Thread> running = new HashSet<>();
    private boolean closed;

    Executions(CodeModeOptions options) {
        this.options = options;
        this.events = new ExecutionEvents(options.policies().listeners());
        this.slots = new FairSlots(options.capacity().maxConcurrentExecutions());
        this.mostQueueTime = options.capacity().maxQueueTime().multipliedBy(MOST_QUEUE_TIMES);
    }

    ExecuteAnswer execute(String script, Caller caller, CatalogVersion version) {
        String id = UUID.randomUUID().toString();
        ScriptExecution execution = new ScriptExecution(id, script, caller, version, options, events);
        if (!events.isHeard()) {
            return admitted(execution);
        }
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        String hash = sha256(script);
        events.accept(new ExecutionEvent.Started(id, caller, hash, startedAt));
        ExecuteAnswer answer = admitted(execution);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        events.accept(new ExecutionEvent.Ended(
                new ExecutionRecord(id, caller, hash, startedAt, duration, answer.status(), answer.calls())));
        return answer;
    }

    private ExecuteAnswer admitted(ScriptExecution execution) {
        if (!execution.fits()) {
            return execution.tooLarge();
        }
        String trustDomain = execution.trustDomain();
        try {
            if (!slots.enter(trustDomain, options.capacity().maxQueueTime(), mostQueueTime)) {
                return ScriptExecution.notRun(AnswerText.busy(options.capacity().maxConcurrentExecutions()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return execution.cancelled();
        }
        try {
            if (!enter()) {
                return ScriptExecution.notRun(AnswerText.closed());
            }
            return execution.run();
        } finally {
            leave();
            slots.leave(trustDomain);
        }
    }

    private synchronized boolean enter() {
        if (!closed) {
            running.add(Thread.currentThread());
        }
        return !closed;
    }

    private synchronized void leave() {
        running.remove(Thread.currentThread());
    }

    /** Refuses new work, waits within the bound for running executions, then interrupts those that are left. */
    void close(Duration timeout) {
        synchronized (this) {
            closed = true;
        }
        boolean drained = false;
        try {
            drained = slots.awaitEmpty(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!drained) {
            synchronized (this) {
                running.forEach(Thread::interrupt);
            }
        }
    }

    synchronized boolean closed() {
        return closed;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
