package dev.codemode.text.internal;

import dev.codemode.execution.ExecutionStatus;

/**
 * What the model reads of the end of an execution. Immutable and thread-safe.
 *
 * @param status how it ended
 * @param text the result as JSON, or the error; then the console's output
 */
public record EndText(ExecutionStatus status, String text) {}
