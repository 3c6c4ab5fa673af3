package dev.codemode;

import dev.codemode.catalog.Caller;
import dev.codemode.dispatch.internal.Dispatcher;
import dev.codemode.dispatch.internal.ExecutionCalls;
import dev.codemode.dispatch.internal.ExecutionScope;
import dev.codemode.execution.CallRecord;
import dev.codemode.internal.words.Utf8;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptRequest;
import dev.codemode.text.internal.AnswerText;
import dev.codemode.text.internal.EndText;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One execution: a script, its caller and the catalog as it was when it began. Confined to one thread. */
final class ScriptExecution {
    private static final System.Logger LOG = System.getLogger("dev.codemode");
    private static final SecureRandom SEEDS = new SecureRandom();

    private final String id;
    private final String script;
    private final Caller caller;
    private final CatalogVersion version;
    private final CatalogVersion.View view;
    private final CodeModeOptions options;
    private final ExecutionEvents events;
    private final Limits limits;
    private final AnswerText texts;
    private final String trustDomain;

    ScriptExecution(
            String id,
            String script,
            Caller caller,
            CatalogVersion version,
            CodeModeOptions options,
            ExecutionEvents events) {
        this.id = id;
        this.script = script;
        this.caller = caller;
        this.version = version;
        this.view = version.view(caller);
        this.options = options;
        this.events = events;
        this.limits = options.capacity().limits();
        this.texts = new AnswerText(
                script, view.catalog(), limits, options.capacity().maxResultTokens());
        this.trustDomain = options.policies().trustDomain().apply(caller);
    }

    String trustDomain() {
        return trustDomain;
    }

    /** Returns whether the script is within the limit of its size. */
    boolean fits() {
        return Utf8.fits(script, limits.maxSourceBytes());
    }

    ExecuteAnswer tooLarge() {
        return notRun(texts.stopped(LimitKind.SOURCE, null, List.of(), ConsoleOutput.empty()));
    }

    ExecuteAnswer cancelled() {
        return notRun(texts.cancelled(List.of()));
    }

    /** Returns the answer to a script that did not run. */
    static ExecuteAnswer notRun(EndText end) {
        return answer(end, null, List.of());
    }

    private static ExecuteAnswer answer(EndText end, @Nullable String resultJson, List<CallRecord> calls) {
        return new ExecuteAnswer(end.status(), end.text(), resultJson, calls);
    }

    /** Prepares the script and runs it; its time begins now. */
    ExecuteAnswer run() {
        RunClock clock = RunClock.start(limits.maxRunTime());
        PreparedScript prepared;
        try {
            prepared = options.preparer().prepare(new ScriptRequest(script, view.catalog(), trustDomain, clock));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Preparing the script threw in execution " + id, e);
            prepared = new PreparedScript.Rejected(
                    "", "The server could not read the script. Write it differently.", (SourcePosition) null);
        }
        if (Thread.currentThread().isInterrupted()) {
            return cancelled();
        }
        return run(prepared, clock);
    }

    private ExecuteAnswer run(PreparedScript prepared, RunClock clock) {
        return prepared instanceof PreparedScript.Ready ready ? run(ready, clock) : notRun(texts.unprepared(prepared));
    }

    /** Runs the script in what preparing it has left of its time. */
    private ExecuteAnswer run(PreparedScript.Ready ready, RunClock clock) {
        if (clock.left().toMillis() < 1) {
            return notRun(texts.unprepared(new PreparedScript.Unavailable(Execution.Unavailable.Reason.BUSY)));
        }
        Searches searches = new Searches(version.index(), view);
        ExecutionScope scope = new ExecutionScope(
                id,
                caller,
                view.catalog(),
                limits,
                clock,
                Map.of("codemode.search", oneAtATime(searches::search), "codemode.describe", searches::describe),
                events);
        CheckedRun checked = new CheckedRun(ready.check(), clock);
        ExecutionCalls calls = version.dispatcher().begin(scope, checked::permission);
        checked.begin(calls);
        try {
            Script body = new Script(ready.body(), view.operations(), limits, Instant.now(), SEEDS.nextLong());
            Execution execution = options.sandbox().execute(new SandboxRequest(body, calls, trustDomain, clock));
            checked.end();
            List<CallRecord> made = calls.end();
            PreparedScript other = unparsed(ready, execution);
            if (other != null) {
                return run(other, clock);
            }
            PreparedScript.Findings found = checked.after(execution);
            if (!found.passed()) {
                return answer(texts.rejected(found), null, made);
            }
            String result = execution instanceof Execution.Completed completed ? completed.resultJson() : null;
            return answer(texts.of(execution, ready, found.hints(), made, calls.unlikeDeclared()), result, made);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            List<CallRecord> made = calls.end();
            return answer(texts.cancelled(made), null, made);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The sandbox threw in execution " + id, e);
            Execution crashed = new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, ConsoleOutput.empty());
            List<CallRecord> made = calls.end();
            return answer(texts.of(crashed, ready, List.of(), made, Map.of()), null, made);
        }
    }

    /** Returns what becomes of a script that the sandbox could not parse, or null if the sandbox's answer stands. */
    private static @Nullable PreparedScript unparsed(PreparedScript.Ready ready, Execution execution) {
        Supplier<PreparedScript> unparsed = ready.unparsed();
        if (unparsed == null
                || !(execution instanceof Execution.Failed failed)
                || failed.failure().kind() != ScriptFailure.Kind.SYNTAX) {
            return null;
        }
        PreparedScript other = unparsed.get();
        return other instanceof PreparedScript.Unavailable ? null : other;
    }

    /** Searches cost the host more than they cost the script: one execution has one thread for them. */
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
}
