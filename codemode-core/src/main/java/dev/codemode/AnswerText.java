package dev.codemode;

import dev.codemode.ExecuteAnswer.Status;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Effect;
import dev.codemode.dispatch.CallRecord;
import dev.codemode.internal.Excerpt;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.PreparedScript;
import dev.codemode.text.internal.Advice;
import dev.codemode.text.internal.CallHints;
import dev.codemode.text.internal.ErrorText;
import dev.codemode.text.internal.ResultText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns a script's outcome into an answer. Immutable and thread-safe.
 *
 * @param script the model's own text
 * @param visible what the caller can see
 * @param limits the execution's limits
 * @param maxResultTokens the maximum number of result tokens that a model gets
 */
record AnswerText(String script, Catalog visible, Limits limits, int maxResultTokens) {
    private static final int MAX_READ_CHARACTERS = 100_000;
    private static final int MAX_MISTAKES = 3;

    /**
     * Returns the answer for a script that ran.
     *
     * @param unlikeDeclared the kinds of values that operations returned unlike their declarations, keyed by name
     */
    ExecuteAnswer of(
            Execution execution,
            PreparedScript.Ready prepared,
            List<CallRecord> calls,
            Map<String, String> unlikeDeclared) {
        if (execution instanceof Execution.Completed completed) {
            List<String> hints = new ArrayList<>(prepared.hints());
            hints.addAll(CallHints.of(calls, completed.callsNotAwaited(), () -> shown(completed)));
            String text = ResultText.render(completed.resultJson(), completed.console(), hints, maxResultTokens);
            return new ExecuteAnswer(Status.COMPLETED, text, completed.resultJson(), calls);
        }
        if (execution instanceof Execution.Failed failed) {
            return failure(failed, prepared, calls, unlikeDeclared);
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
    ExecuteAnswer unprepared(PreparedScript prepared) {
        return prepared instanceof PreparedScript.Unavailable unavailable
                ? unavailable(unavailable.reason(), ConsoleOutput.empty(), List.of())
                : rejected((PreparedScript.Rejected) prepared);
    }

    private ExecuteAnswer rejected(PreparedScript.Rejected rejected) {
        List<PreparedScript.Mistake> mistakes = rejected.mistakes();
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
        return new ExecuteAnswer(
                Status.FAILED, text.advice("Nothing ran.").render(ConsoleOutput.empty()), null, List.of());
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

    ExecuteAnswer stopped(
            LimitKind limit, @Nullable SourcePosition position, List<CallRecord> calls, ConsoleOutput console) {
        String text = ErrorText.of(Advice.limitHeadline(limit, limits))
                .at(position, script)
                .advice(Advice.aboutLimit(limit))
                .calls(calls)
                .render(console);
        return new ExecuteAnswer(Status.STOPPED, text, null, calls);
    }

    static ExecuteAnswer busy(int maxConcurrentExecutions) {
        return new ExecuteAnswer(
                Status.BUSY,
                "The server is busy: " + maxConcurrentExecutions
                        + (maxConcurrentExecutions == 1 ? " script is" : " scripts are")
                        + " running. Nothing ran; run the same script again in a few seconds.",
                null,
                List.of());
    }

    ExecuteAnswer cancelled(List<CallRecord> calls) {
        String text = ErrorText.of("The script was cancelled.").calls(calls).render(ConsoleOutput.empty());
        return new ExecuteAnswer(Status.CANCELLED, text, null, calls);
    }

    static ExecuteAnswer closed() {
        return new ExecuteAnswer(Status.CANCELLED, "The server is shutting down. Nothing ran.", null, List.of());
    }

    private static ExecuteAnswer unavailable(
            Execution.Unavailable.Reason reason, ConsoleOutput console, List<CallRecord> calls) {
        return switch (reason) {
            case BUSY ->
                new ExecuteAnswer(
                        Status.BUSY,
                        "The server is busy. Nothing ran; run the same script again in a few seconds.",
                        null,
                        List.of());
            case CLOSED -> closed();
            case NOT_STARTED ->
                new ExecuteAnswer(
                        Status.CRASHED,
                        "The server cannot run scripts at the moment. Nothing ran; the script is not the cause.",
                        null,
                        List.of());
            case CRASHED ->
                new ExecuteAnswer(
                        Status.CRASHED,
                        ErrorText.of("The sandbox was lost while the script ran.")
                                .advice("If the script uses much memory, keep less at once; otherwise run it again.")
                                .calls(calls)
                                .render(console),
                        null,
                        calls);
        };
    }

    private ExecuteAnswer failure(
            Execution.Failed failed,
            PreparedScript.Ready prepared,
            List<CallRecord> calls,
            Map<String, String> unlikeDeclared) {
        ScriptFailure failure = failed.failure();
        ErrorText text = switch (failure.kind()) {
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
        if (failure.hostCallId().isEmpty() && failure.kind() == ScriptFailure.Kind.THROWN) {
            prepared.hints().stream().limit(MAX_MISTAKES).forEach(hint -> text.advice("Hint: " + hint));
        }
        return new ExecuteAnswer(Status.FAILED, text.render(failed.console()), null, calls);
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
