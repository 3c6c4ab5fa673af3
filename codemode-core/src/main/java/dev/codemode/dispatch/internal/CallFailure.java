package dev.codemode.dispatch.internal;

import dev.codemode.execution.CallRecord.Outcome;
import dev.codemode.internal.words.Counted;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;

/**
 * The reason why a call did not succeed, in words that a script may read. Immutable and thread-safe.
 *
 * @param reply the reply to the script
 * @param outcome whether the handler was reached
 */
record CallFailure(HostReply.Rejected reply, Outcome outcome) {
    /**
     * A handler's message may repeat what the script passed, and is kept until the execution ends, so it is clipped.
     */
    private static final int MAX_MESSAGE = 4_000;

    static CallFailure refused(HostCall call, String code, String message) {
        return new CallFailure(
                new HostReply.Rejected(code, call.operation(), named(call, message), false), Outcome.REFUSED);
    }

    static CallFailure failed(HostCall call, String code, String message, boolean retryable) {
        return new CallFailure(
                new HostReply.Rejected(code, call.operation(), named(call, message), retryable), Outcome.FAILED);
    }

    /** Begins the message with the operation, unless a host's own message already does. */
    private static String named(HostCall call, String message) {
        String name = call.operation() + ": ";
        return Excerpt.of(message.startsWith(name) ? message : name + message, MAX_MESSAGE);
    }

    static CallFailure withoutResult(HostCall call, String code, String message) {
        return new CallFailure(
                new HostReply.Rejected(code, call.operation(), named(call, message), false), Outcome.WITHOUT_RESULT);
    }

    static CallFailure declined(HostCall call, String message, boolean retryable) {
        return new CallFailure(
                new HostReply.Rejected("operation_failed", call.operation(), named(call, message), retryable),
                Outcome.DECLINED);
    }

    static CallFailure ended(HostCall call) {
        return refused(call, "execution_ended", "the script has ended, so its calls are refused.");
    }

    static CallFailure cancelled(HostCall call) {
        return new CallFailure(
                new HostReply.Rejected(
                        "execution_ended",
                        call.operation(),
                        call.operation() + ": the script ended before the call did.",
                        false),
                Outcome.CANCELLED);
    }

    static CallFailure tooMany(HostCall call, ExecutionScope scope) {
        return refused(
                call,
                "too_many_calls",
                "a script may make at most " + Counted.of(scope.limits().maxHostCalls(), "call")
                        + " (limit: maxHostCalls).");
    }
}
