package dev.codemode.text.internal;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Effect;
import dev.codemode.execution.CallRecord;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.PreparedScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns how a script ended into what the model reads. Immutable and thread-safe. */
public final class AnswerText {
    private static final int MAX_READ_CHARACTERS = 100_000;
    private static final int MAX_MISTAKES = 3;

    private final String script;
    private final Catalog visible;
    private final Limits limits;
    private final int maxResultTokens;

    /**
     * Prepares the texts of one execution.
     *
     * @param script the model's own text
     * @param visible what the caller can see
     * @param limits what the execution could use
     * @param maxResultTokens the tokens of a result that a model gets
     */
    public AnswerText(String script, Catalog visible, Limits limits, int maxResultTokens) {
        this.script = script;
        this.visible = visible;
        this.limits = limits;
        this.maxResultTokens = maxResultTokens;
    }

    /**
     * Returns the answer for a script that ran.
     *
     * @param found what the check of the script found, one sentence each
     * @param unlikeDeclared the kinds of values that operations returned unlike their declarations, keyed by name
     */
    public EndText of(
            Execution execution,
            PreparedScript.Ready prepared,
            List<String> found,
            List<CallRecord> calls,
            Map<String, String> unlikeDeclared) {
        if (execution instanceof Execution.Completed completed) {
            List<String> hints = new ArrayList<>(found);
            hints.addAll(CallHints.of(calls, completed.callsNotAwaited(), () -> shown(completed)));
            String text = ResultText.render(completed.resultJson(), completed.console(), hints, maxResultTokens);
            return new EndText(ExecutionStatus.COMPLETED, text);
        }
        if (execution instanceof Execution.Failed failed) {
            ErrorText text = failure(failed, prepared, calls, unlikeDeclared);
            if (isThrownByScript(failed.failure())) {
                found.stream().limit(MAX_MISTAKES).forEach(hint -> text.advice("Hint: " + hint));
            }
            boolean parsed = failed.failure().kind() != ScriptFailure.Kind.SYNTAX;
            return new EndText(
                    parsed ? ExecutionStatus.FAILED : ExecutionStatus.REJECTED, text.render(failed.console()));
        }
        if (execution instanceof Execution.Stopped stopped) {
            return stopped(stopped.limit(), original(prepared, stopped.position()), calls, stopped.console());
        }
        Execution.Unavailable unavailable = (Execution.Unavailable) execution;
        return unavailable(unavailable.reason(), unavailable.console(), calls);
    }

    /** Returns what a model may read of the result; it is searched for each failed call. */
    private static String shown(Execution.Completed completed) {
        String json = completed.resultJson();
        return (json == null ? "" : Excerpt.of(json, MAX_READ_CHARACTERS))
                + completed.console().lines().stream()
                        .map(ConsoleOutput.Line::text)
                        .collect(Collectors.joining("\n", "\n", ""));
    }

    private static @Nullable SourcePosition original(PreparedScript.Ready prepared, @Nullable SourcePosition position) {
        return position == null ? null : prepared.original().apply(position);
    }

    /** Returns the answer for a script that cannot run. */
    public EndText unprepared(PreparedScript prepared) {
        return prepared instanceof PreparedScript.Unavailable unavailable
                ? unavailable(unavailable.reason(), ConsoleOutput.empty(), List.of())
                : rejected(((PreparedScript.Rejected) prepared).mistakes(), "Nothing ran.");
    }

    /** Returns the answer for a script that did not pass its check, which may have read something meanwhile. */
    public EndText rejected(PreparedScript.Findings found) {
        return rejected(found.mistakes(), "Nothing was changed.");
    }

    private EndText rejected(List<PreparedScript.Mistake> mistakes, String consequence) {
        PreparedScript.Mistake first = mistakes.get(0);
        ErrorText text = first.kind().equals("SyntaxError")
                ? syntax(first.message(), first.position())
                : ErrorText.of(headline(first)).at(first.position(), script);
        if (first.operation() != null) {
            text.signature(first.operation(), visible).argumentTypes(first.operation(), visible);
        }
        if (!first.message().contains("Did you mean")) {
            text.advice(Advice.aboutThrown(first.kind(), first.message(), script, visible));
        }
        for (PreparedScript.Mistake further : mistakes.subList(1, Math.min(MAX_MISTAKES, mistakes.size()))) {
            text.further(headline(further), further.position());
        }
        return new EndText(ExecutionStatus.REJECTED, text.advice(consequence).render(ConsoleOutput.empty()));
    }

    private ErrorText syntax(String message, @Nullable SourcePosition position) {
        SyntaxText text = SyntaxText.of(script, message, position);
        return ErrorText.of("SyntaxError: " + text.message())
                .at(text.position(), script)
                .advice(text.advice());
    }

    private static String headline(PreparedScript.Mistake mistake) {
        return mistake.kind().isEmpty() ? mistake.message() : mistake.kind() + ": " + mistake.message();
    }

    public EndText stopped(
            LimitKind limit, @Nullable SourcePosition position, List<CallRecord> calls, ConsoleOutput console) {
        String text = ErrorText.of(Advice.limitHeadline(limit, limits))
                .at(position, script)
                .advice(Advice.aboutLimit(limit))
                .calls(calls)
                .render(console);
        return new EndText(ExecutionStatus.STOPPED, text);
    }

    public static EndText busy(int maxConcurrentExecutions) {
        return new EndText(
                ExecutionStatus.BUSY,
                "The server is busy: " + maxConcurrentExecutions
                        + (maxConcurrentExecutions == 1 ? " script is" : " scripts are")
                        + " running. Nothing ran; run the same script again in a few seconds.");
    }

    public EndText cancelled(List<CallRecord> calls) {
        String text = ErrorText.of("The script was cancelled.").calls(calls).render(ConsoleOutput.empty());
        return new EndText(ExecutionStatus.CANCELLED, text);
    }

    public static EndText closed() {
        return new EndText(ExecutionStatus.CANCELLED, "The server is shutting down. Nothing ran.");
    }

    private static EndText unavailable(
            Execution.Unavailable.Reason reason, ConsoleOutput console, List<CallRecord> calls) {
        return switch (reason) {
            case BUSY ->
                new EndText(
                        ExecutionStatus.BUSY,
                        "The server is busy. Nothing ran; run the same script again in a few seconds.");
            case CLOSED -> closed();
            case NOT_STARTED ->
                new EndText(
                        ExecutionStatus.CRASHED,
                        "The server cannot run scripts at the moment. Nothing ran; the script is not the cause.");
            case CRASHED ->
                new EndText(
                        ExecutionStatus.CRASHED,
                        ErrorText.of("The sandbox was lost while the script ran.")
                                .advice("If the script uses much memory, keep less at once; otherwise run it again.")
                                .calls(calls)
                                .render(console));
        };
    }

    private ErrorText failure(
            Execution.Failed failed,
            PreparedScript.Ready prepared,
            List<CallRecord> calls,
            Map<String, String> unlikeDeclared) {
        ScriptFailure failure = failed.failure();
        return switch (failure.kind()) {
            case SYNTAX ->
                syntax(failure.message(), original(prepared, failure.position()))
                        .advice("Nothing ran.");
            case NEVER_SETTLES ->
                ErrorText.of("The script waits for a promise that nothing can settle any more.")
                        .at(original(prepared, failure.position()), script)
                        .advice("Await only calls, timers and promises that are resolved somewhere.")
                        .calls(calls);
            case BAD_RESULT ->
                ErrorText.of(failure.message())
                        .advice("Return plain objects, arrays, strings, numbers, booleans or null.")
                        .calls(calls);
            case THROWN -> thrown(failed, prepared, calls, unlikeDeclared);
        };
    }

    private static boolean isThrownByScript(ScriptFailure failure) {
        return failure.hostCallId().isEmpty() && failure.kind() == ScriptFailure.Kind.THROWN;
    }

    private static Optional<CallRecord> call(OptionalInt id, List<CallRecord> calls) {
        return id.isEmpty()
                ? Optional.empty()
                : calls.stream().filter(call -> call.id() == id.getAsInt()).findFirst();
    }

    private ErrorText thrown(
            Execution.Failed failed,
            PreparedScript.Ready prepared,
            List<CallRecord> calls,
            Map<String, String> unlikeDeclared) {
        ScriptFailure failure = failed.failure();
        SourcePosition position = original(prepared, failure.position());
        Optional<CallRecord> cause = call(failure.hostCallId(), calls);
        if (cause.isPresent()) {
            CallRecord call = cause.get();
            ErrorText text = ErrorText.of(call.message()).at(position, script).signature(call.operation(), visible);
            if (call.outcome() == CallRecord.Outcome.REFUSED) {
                text.argumentTypes(call.operation(), visible);
            }
            return text.advice(retryAdvice(call)).calls(calls);
        }
        String headline = failure.name().isEmpty()
                ? failure.message()
                : failure.name() + (failure.message().isEmpty() ? "" : ": " + failure.message());
        ErrorText text = ErrorText.of(headline).at(position, script);
        return explained(text, failed, calls, unlikeDeclared).calls(calls);
    }

    /**
     * Adds the most likely cause: a hidden service, a call that was not awaited, or a name that the results do not
     * have.
     */
    private ErrorText explained(
            ErrorText text, Execution.Failed failed, List<CallRecord> calls, Map<String, String> unlikeDeclared) {
        ScriptFailure failure = failed.failure();
        String advice = Advice.aboutThrown(failure.name(), failure.message(), script, visible);
        if (advice.isEmpty() && failure.name().equals("TypeError")) {
            advice = CallHints.aboutPromises(calls, failed.callsNotAwaited());
        }
        boolean ofResults = failure.name().equals("TypeError") || isOfJson(failure) || !unlikeDeclared.isEmpty();
        return advice.isEmpty() && ofResults ? text.results(calls, unlikeDeclared, visible) : text.advice(advice);
    }

    /** Whether a script parsed as JSON something that is not JSON text, such as a result that is already an object. */
    private static boolean isOfJson(ScriptFailure failure) {
        return failure.name().equals("SyntaxError") && failure.message().contains("JSON");
    }

    private static String retryAdvice(CallRecord call) {
        return switch (call.outcome()) {
            case REFUSED -> "The operation was not called.";
            case DECLINED -> call.retryable() ? "The same call may succeed later." : "Do not repeat the call as it is.";
            case FAILED ->
                call.effect().filter(Effect.READ::equals).isPresent()
                        ? "It only reads, so it may be called again."
                        : "";
            default -> "";
        };
    }
}
