package dev.codemode.script;

import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a preparer made of a script. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface PreparedScript {
    /**
     * A script that can run.
     *
     * @param body the body of an async function
     * @param original maps a position in the body to the model's own text
     * @param hints what the model should know although the script can run, a sentence each
     */
    record Ready(String body, UnaryOperator<SourcePosition> original, List<String> hints) implements PreparedScript {
        /** Copies the hints. */
        public Ready {
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(original, "original");
            hints = List.copyOf(hints);
        }
    }

    /**
     * A script that was refused before anything ran.
     *
     * @param kind the kind of fault, such as {@code SyntaxError}
     * @param message what is wrong and what to write in its place
     * @param position where in the model's own text, or null if that is not known
     */
    record Rejected(String kind, String message, @Nullable SourcePosition position) implements PreparedScript {
        /** Checks that nothing else is null. */
        public Rejected {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(message, "message");
        }
    }
}
