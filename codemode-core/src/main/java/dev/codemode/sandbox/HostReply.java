package dev.codemode.sandbox;

import java.util.Objects;

/**
 * The answer to a {@link HostCall}. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface HostReply {
    /** Returns the reply to a call that got none from the host, against the rules of {@link HostBridge}. */
    static HostReply lost(HostCall call) {
        String operation = call.operation();
        return new Rejected("internal_error", operation, operation + ": the call failed.", false);
    }

    /**
     * The promise is fulfilled.
     *
     * @param json the value as JSON text
     */
    record Fulfilled(String json) implements HostReply {
        /** Checks the text. */
        public Fulfilled {
            Objects.requireNonNull(json, "json");
        }
    }

    /**
     * The promise is rejected with an {@code Error} whose {@code name} is {@code OperationError}, and which has the
     * properties {@code code}, {@code operation} and {@code retryable}.
     *
     * @param code a stable word for the kind of failure, such as {@code invalid_arguments}
     * @param operation the dotted name that was called
     * @param message what went wrong, safe for the script to read
     * @param retryable whether the same call can succeed later
     */
    record Rejected(String code, String operation, String message, boolean retryable) implements HostReply {
        /** Checks that nothing is null. */
        public Rejected {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(message, "message");
        }
    }
}
