package dev.codemode.sandbox;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a script did wrong. The texts are the script's and may be hostile. Immutable and thread-safe.
 *
 * @param kind what kind of fault
 * @param name the name of what was thrown, such as {@code TypeError}; empty where nothing was
 * @param message what it says; a whole sentence where the name is empty; at most 8,192 characters
 * @param position where in the body, or null if that is not known
 * @param hostCallId the host call whose rejection was thrown and not caught, if that is what happened. The sandbox
 *     knows it by identity, so a script cannot forge it
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

    /** Returns a fault that no host call caused. */
    public static ScriptFailure of(Kind kind, String name, String message, @Nullable SourcePosition position) {
        return new ScriptFailure(kind, name, message, position, OptionalInt.empty());
    }

    /** The kinds of fault. */
    public enum Kind {
        /** The text is no valid body of an async function; nothing ran. */
        SYNTAX,
        /** The script threw, or its promise was rejected. */
        THROWN,
        /** The script awaits a promise that nothing can settle any more. */
        NEVER_SETTLES,
        /** The result has no JSON form; the message is a sentence that names the path. */
        BAD_RESULT
    }
}
