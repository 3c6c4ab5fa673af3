package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a script cannot go on: it does not parse, the engine's own limit stopped it, or it was cancelled.
 *
 * @since 0.1
 */
public final class ScriptEndException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable ScriptFailure failure;
    private final transient @Nullable LimitKind limit;
    private final transient @Nullable SourcePosition position;

    private ScriptEndException(
            String message,
            @Nullable ScriptFailure failure,
            @Nullable LimitKind limit,
            @Nullable SourcePosition position) {
        super(message, null, false, false);
        this.failure = failure;
        this.limit = limit;
        this.position = position;
    }

    /** Returns the exception for a script that is at fault. */
    public static ScriptEndException failed(ScriptFailure failure) {
        return new ScriptEndException(failure.message(), failure, null, failure.position());
    }

    /** Returns the exception for a script that exceeded a limit of the engine. */
    public static ScriptEndException exceeded(LimitKind limit, @Nullable SourcePosition position) {
        return new ScriptEndException(limit.optionName(), null, limit, position);
    }

    /** Returns the exception for a script that was cancelled, with its position if that is known. */
    public static ScriptEndException cancelled(@Nullable SourcePosition position) {
        return new ScriptEndException("cancelled", null, null, position);
    }

    /** Returns the script's fault, or null. */
    public @Nullable ScriptFailure failure() {
        return failure;
    }

    /** Returns the engine's limit, or null. */
    public @Nullable LimitKind limit() {
        return limit;
    }

    /** Returns where the script was, or null if unknown. */
    public @Nullable SourcePosition position() {
        return position;
    }
}
