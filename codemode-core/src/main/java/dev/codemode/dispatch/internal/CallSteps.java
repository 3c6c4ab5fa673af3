package dev.codemode.dispatch.internal;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Operation;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.JsonTooLargeException;
import dev.codemode.internal.json.NotJsonException;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Suggestions;
import dev.codemode.sandbox.HostCall;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import dev.codemode.validation.internal.ResultKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one call. Invariants, held by {@code ExecutionCallsTest}: an operation that the caller may not see is
 * answered like one that does not exist, before arguments are looked at; no text of an exception reaches the script
 * unless it is an {@link OperationFailedException}. Confined to one thread at a time.
 */
final class CallSteps {
    private static final System.Logger LOG = System.getLogger("dev.codemode.dispatch");

    /** The number of calls in an execution up to which the host looks for the intended name. */
    private static final int MAX_GUESSED_CALL = 200;

    private final Dispatcher dispatcher;
    private final ExecutionScope scope;
    private final FailureLog failures;
    private final HostCall call;

    /** Whether the operation may have taken effect: its handler or an interceptor has been called. */
    private volatile boolean reached;

    private String unlikeDeclared = "";

    /** The arguments of the call, once they are known to be acceptable. */
    private @Nullable OperationCall arguments;

    CallSteps(Dispatcher dispatcher, ExecutionScope scope, FailureLog failures, HostCall call) {
        this.dispatcher = dispatcher;
        this.scope = scope;
        this.failures = failures;
        this.call = call;
    }

    /** Ends the steps with an answer for the script. */
    static final class FailedCall extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient CallFailure failure;

        FailedCall(CallFailure failure) {
            super(failure.reply().message(), null, false, false);
            this.failure = failure;
        }

        CallFailure failure() {
            return failure;
        }
    }

    String carryOut() throws FailedCall {
        Dispatcher.BuiltIn builtIn = scope.builtIns().get(call.operation());
        if (builtIn != null) {
            reached = true;
            return bound(guarded(() -> builtIn.call(CallArguments.positional(call, scope.limits()))));
        }
        Operation operation = scope.visible().find(call.operation()).orElseThrow(this::unknown);
        CallTarget target = dispatcher.target(operation.name());
        OperationCall accepted = accept(target);
        arguments = accepted;
        Object result = guarded(() -> dispatcher
                .interceptor()
                .intercept(
                        stillWanted(accepted),
                        call -> target.handler().invoke(stillWanted(checkAgain(target, accepted, call)))));
        String json = bound(result);
        unlikeDeclared = ResultKind.unlike(operation.output(), result, target.service());
        return json;
    }

    /** Returns the kind of value that came back, if it differs from the declared one; otherwise nothing. */
    String unlikeDeclared() {
        return unlikeDeclared;
    }

    boolean reached() {
        return reached;
    }

    /**
     * The execution may have ended while the arguments were checked. The interrupting thread reads {@link #reached}
     * next.
     */
    private OperationCall stillWanted(OperationCall call) throws InterruptedException {
        reached = true;
        if (Thread.interrupted()) {
            throw new InterruptedException("The execution has ended.");
        }
        return call;
    }

    private FailedCall unknown() {
        List<String> names = call.id() > MAX_GUESSED_CALL
                ? List.of()
                : scope.visible().operations().stream()
                        .map(operation -> operation.name().toString())
                        .toList();
        List<String> meant = Suggestions.closest(call.operation(), names, 3);
        String hint = meant.isEmpty()
                ? "Find operations with codemode.search or the search tool."
                : "Did you mean " + String.join(" or ", meant) + "?";
        String clipped = Excerpt.of(call.operation(), 100);
        HostCall shown = new HostCall(call.id(), clipped, "");
        return new FailedCall(CallFailure.refused(shown, "unknown_operation", "there is no such operation. " + hint));
    }

    private OperationCall accept(CallTarget target) throws FailedCall {
        Map<String, @Nullable Object> arguments = CallArguments.object(call, target, scope.limits());
        validate(target, arguments);
        return made(target, arguments);
    }

    private OperationCall made(CallTarget target, Map<String, @Nullable Object> arguments) {
        return new OperationCall(
                target.operation(),
                arguments,
                scope.caller(),
                scope.id(),
                call.id(),
                scope.clock().deadline());
    }

    private void validate(CallTarget target, Map<String, @Nullable Object> arguments) throws FailedCall {
        List<String> problems = target.problems(arguments);
        if (!problems.isEmpty()) {
            throw new FailedCall(CallFailure.refused(call, "invalid_arguments", String.join("; ", problems) + "."));
        }
    }

    /**
     * Returns the call that an interceptor passed on, with arguments that have been checked against the schema, and the
     * deadline as it is now: the clock may have stood still since.
     */
    private OperationCall checkAgain(CallTarget target, OperationCall accepted, OperationCall passedOn)
            throws FailedCall {
        if (!passedOn.arguments().equals(accepted.arguments())) {
            validate(target, passedOn.arguments());
        }
        OperationCall checked = made(target, passedOn.arguments());
        arguments = checked;
        return checked;
    }

    /** Something that may fail in any way. */
    @FunctionalInterface
    private interface Step {
        @Nullable Object run() throws Exception;
    }

    /** The one place that catches everything: only our own exceptions have a text for scripts. */
    private @Nullable Object guarded(Step step) throws FailedCall {
        try {
            return step.run();
        } catch (FailedCall e) {
            throw e;
        } catch (OperationFailedException e) {
            LOG.log(System.Logger.Level.DEBUG, "Operation " + call.operation() + " failed", e);
            throw new FailedCall(said(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedCall(reached ? CallFailure.cancelled(call) : CallFailure.ended(call));
        } catch (Exception | StackOverflowError | LinkageError e) {
            throw new FailedCall(internal(e));
        }
    }

    /** Returns where the arguments differ from a declaration that they need not match: it may be right this time. */
    private String differences() {
        OperationCall call = arguments;
        if (call == null || call.operation().argumentCheck() == ArgumentCheck.STRICT) {
            return "";
        }
        List<String> problems = dispatcher.target(call.operation().name()).differences(call.arguments());
        return problems.isEmpty()
                ? ""
                : " The arguments differ from the declaration: " + String.join("; ", problems) + ".";
    }

    private CallFailure said(OperationFailedException failure) {
        String status =
                failure.status().isPresent() ? " (status " + failure.status().getAsInt() + ")" : "";
        String differences = differences();
        String end = differences.isEmpty() || (failure.getMessage() + status).endsWith(".") ? "" : ".";
        String message = failure.getMessage() + status + end + differences;
        return switch (failure.retry()) {
            case NO -> CallFailure.declined(call, message, false);
            case LATER -> CallFailure.declined(call, message, true);
            case UNKNOWN -> CallFailure.failed(call, "operation_failed", message, false);
        };
    }

    /** Returns the message for a script about a fault that is not its own; the log gets the rest. */
    CallFailure internal(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        failures.failed(call.operation(), reference, failure);
        String message = (reached
                        ? "the operation failed inside the server"
                        : "the call was not made: its check failed inside the server")
                + ", which keeps the details (reference " + reference + ").";
        return reached
                ? CallFailure.failed(call, "internal_error", message, false)
                : CallFailure.refused(call, "internal_error", message);
    }

    private String bound(@Nullable Object result) throws FailedCall {
        int maxBytes = scope.limits().maxCallResultBytes();
        try {
            return Json.write(result, maxBytes);
        } catch (JsonTooLargeException e) {
            throw new FailedCall(CallFailure.withoutResult(
                    call,
                    "result_too_large",
                    "the result is larger than " + maxBytes + " bytes (limit: maxCallResultBytes). Ask for less."));
        } catch (NotJsonException e) {
            LOG.log(System.Logger.Level.WARNING, "Operation {0}: {1}", call.operation(), e.getMessage());
            throw new FailedCall(CallFailure.withoutResult(
                    call, "invalid_result", "the server's result cannot be passed on. " + e.getMessage()));
        }
    }
}
