package dev.codemode;

import dev.codemode.catalog.Caller;
import dev.codemode.dispatch.ExecutionListener;
import dev.codemode.dispatch.ExecutionRecord;
import dev.codemode.dispatch.internal.Dispatcher;
import dev.codemode.dispatch.internal.ExecutionCalls;
import dev.codemode.dispatch.internal.ExecutionScope;
import dev.codemode.internal.Places;
import dev.codemode.internal.Utf8;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs scripts: a bounded number at once, each with its own calls, limits and record. Invariant, held by
 * {@code CodeModeTest}: after {@link #close} nothing runs and nothing starts. Thread-safe.
 */
final class Executions {
    private static final System.Logger LOG = System.getLogger("dev.codemode");

    private final CodeModeOptions options;
    private final Places places;
    private final SecureRandom seeds = new SecureRandom();
    private final Set<Thread> running = new HashSet<>();
    private boolean closed;

    Executions(CodeModeOptions options) {
        this.options = options;
        this.places = new Places(options.maxConcurrentExecutions());
    }

    ExecuteAnswer execute(String script, Caller caller, Snapshot snapshot) {
        Instant startedAt = Instant.now();
        String id = UUID.randomUUID().toString();
        long start = System.nanoTime();
        ExecuteAnswer answer = admitted(script, caller, snapshot, id);
        if (options.listeners().isEmpty()) {
            return answer;
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        String status = answer.status().name().toLowerCase(Locale.ROOT);
        ExecutionRecord execution =
                new ExecutionRecord(id, caller, sha256(script), startedAt, duration, status, answer.calls());
        options.listeners().forEach(listener -> tell(listener, execution));
        return answer;
    }

    private static void tell(ExecutionListener listener, ExecutionRecord execution) {
        try {
            listener.ended(execution);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A listener failed on execution " + execution.id(), e);
        }
    }

    private ExecuteAnswer admitted(String script, Caller caller, Snapshot snapshot, String id) {
        Snapshot.View view = snapshot.view(caller);
        AnswerText texts = new AnswerText(script, view.catalog(), options.limits(), options.maxResultTokens());
        int maxBytes = options.limits().maxSourceBytes();
        if (!Utf8.fits(script, maxBytes)) {
            return texts.stopped(LimitKind.SOURCE, null, List.of(), ConsoleOutput.empty());
        }
        String trustDomain = options.trustDomain().apply(caller);
        try {
            if (!places.enter(trustDomain, options.maxQueueTime())) {
                return AnswerText.busy(options.maxConcurrentExecutions());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return texts.cancelled(List.of());
        }
        try {
            if (!enter()) {
                return AnswerText.closed();
            }
            options.preparer().awaitStarted();
            return prepared(script, new Turn(id, caller, trustDomain, Instant.now(), snapshot, view, texts));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return texts.cancelled(List.of());
        } finally {
            leave();
            places.leave(trustDomain);
        }
    }

    /** A script that has its place, from the moment when its time began. */
    private record Turn(
            String id,
            Caller caller,
            String trustDomain,
            Instant since,
            Snapshot snapshot,
            Snapshot.View view,
            AnswerText texts) {}

    private ExecuteAnswer prepared(String script, Turn turn) {
        Instant deadline = turn.since.plus(options.limits().maxRunTime());
        PreparedScript prepared;
        try {
            prepared = options.preparer()
                    .prepare(new ScriptRequest(script, turn.view.catalog(), turn.trustDomain, deadline));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "What prepares scripts threw in execution " + turn.id, e);
            prepared = new PreparedScript.Rejected(
                    "", "The server could not read the script. Write it in another way.", (SourcePosition) null);
        }
        if (Thread.currentThread().isInterrupted()) {
            return turn.texts.cancelled(List.of());
        }
        return prepared instanceof PreparedScript.Ready ready
                ? run(ready, deadline, turn)
                : turn.texts.unprepared(prepared);
    }

    /** Runs a script in the time that preparing it has left. */
    private ExecuteAnswer run(PreparedScript.Ready ready, Instant deadline, Turn turn) {
        Instant now = Instant.now();
        Duration left = Duration.between(now, deadline);
        if (left.toMillis() < 1) {
            return turn.texts.unprepared(new PreparedScript.Unavailable(Execution.Unavailable.Reason.BUSY));
        }
        Limits limits = options.limits().toBuilder().maxRunTime(left).build();
        Searches searches = new Searches(turn.snapshot.index(), turn.view);
        ExecutionScope scope = new ExecutionScope(
                turn.id,
                turn.caller,
                turn.view.catalog(),
                limits,
                deadline,
                Map.of("codemode.search", oneAtATime(searches::search), "codemode.describe", searches::describe));
        ExecutionCalls calls = turn.snapshot.dispatcher().begin(scope);
        try {
            Execution execution = options.sandbox()
                    .execute(new SandboxRequest(
                            ready.body(),
                            turn.view.operations(),
                            limits,
                            calls,
                            turn.trustDomain,
                            now,
                            seeds.nextLong()));
            return turn.texts.of(execution, ready, calls.end(), calls.unlikeDeclared());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return turn.texts.cancelled(calls.end());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The sandbox threw in execution " + turn.id, e);
            Execution crashed = new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, ConsoleOutput.empty());
            return turn.texts.of(crashed, ready, calls.end(), Map.of());
        }
    }

    /** Searches cost the host more than they cost the script, so each execution has one thread for them. */
    private static Dispatcher.BuiltIn oneAtATime(Dispatcher.BuiltIn builtIn) {
        Lock lock = new ReentrantLock();
        return arguments -> {
            lock.lockInterruptibly();
            try {
                return builtIn.call(arguments);
            } finally {
                lock.unlock();
            }
        };
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
            drained = places.awaitEmpty(timeout);
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
