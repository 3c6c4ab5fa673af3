package dev.codemode.sandbox;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A script's fault. The texts come from the script and may be hostile. Immutable and thread-safe.
 *
 * @param kind the kind of fault
 * @param name the name of what was thrown, such as {@code TypeError}; empty if nothing was thrown
 * @param message its message; a whole sentence if the name is empty; at most 8,192 characters
 * @param position the position in the body, or null if unknown
 * @param hostCallId the host call whose rejection was thrown and not caught, if that is what happened. The sandbox
 *     recognises it by identity, so a script cannot forge it
 * @since 0.1
 */
public record ScriptFailure(
        Kind kind, String name, String message, @Nullable SourcePosition position, OptionalInt hostCallId) {
    /** Checks that nothing else is null. */
    public ScriptFailure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hostCallId, "hostCallId");
    }

    /** Returns a fault that was not caused by a host call. */
    public static ScriptFailure of(Kind kind, String name, String message, @Nullable SourcePosition position) {
        return new ScriptFailure(kind, name, message, position, OptionalInt.empty());
    }

    /** The kinds of fault. */
    public enum Kind {
        /** The text is not a valid body of an async function; nothing ran. */
        SYNTAX,
        /** The script threw, or its promise was rejected. */
        THROWN,
        /** The script awaits a promise that nothing can settle any more. */
        NEVER_SETTLES,
        /** The result has no JSON form; the message is a sentence that names the path. */
        BAD_RESULT
    }
}
