package dev.codemode.sandbox;

import java.util.Objects;

/**
 * A script's call of an operation. Immutable and thread-safe.
 *
 * @param id the call's number within the execution, from 1, without gaps
 * @param operation the dotted name as the script spelt it, which may not exist
 * @param argumentsJson the positional arguments as the text of a JSON array
 * @since 0.1
 */
public record HostCall(int id, String operation, String argumentsJson) {
    /** Checks that nothing is null. */
    public HostCall {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(argumentsJson, "argumentsJson");
    }
}
