package dev.codemode.source;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Operation;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of one operation, with arguments that match the operation's input schema. Immutable and thread-safe.
 *
 * @param operation the operation that is called
 * @param arguments the argument object as plain JSON values ({@link OperationHandler#invoke}); integers are
 *     {@link Long}, other numbers {@link Double}; a missing key and a null value are different things
 * @param caller the caller on whose behalf it is made
 * @param executionId which execution the call belongs to; the same for all its calls
 * @param callId the call's number within its execution, from 1, in dispatch order
 * @param deadline the latest time at which the execution ends
 * @since 0.1
 */
public record OperationCall(
        Operation operation,
        Map<String, @Nullable Object> arguments,
        Caller caller,
        String executionId,
        int callId,
        Instant deadline) {
    /** Copies the arguments; null values stay. */
    public OperationCall {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(executionId, "executionId");
        Objects.requireNonNull(deadline, "deadline");
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** Returns this call with other arguments, for interceptors; the new arguments are validated again. */
    public OperationCall withArguments(Map<String, @Nullable Object> arguments) {
        return new OperationCall(operation, arguments, caller, executionId, callId, deadline);
    }
}
