package dev.codemode.script;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The result of preparing a script. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface PreparedScript {
    /**
     * A script that can run.
     *
     * @param body the body of an async function
     * @param original maps a position in the body to the model's own text
     * @param check what is still found out while it runs
     * @param unparsed what becomes of the script if the sandbox cannot parse the body, before which nothing ran; null if
     *     the sandbox's answer stands
     */
    record Ready(
            String body,
            UnaryOperator<SourcePosition> original,
            Check check,
            @Nullable Supplier<PreparedScript> unparsed)
            implements PreparedScript {
        /** Checks that nothing else is null. */
        public Ready {
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(check, "check");
        }

        /** Creates a script that is not checked. */
        public Ready(String body, UnaryOperator<SourcePosition> original) {
            this(body, original, Check.none(), null);
        }
    }

    /**
     * The check of a script that may run meanwhile: until it has passed, no call reaches its handler but those that only
     * read, and a script in which it finds mistakes is stopped and rejected, whatever it returned. Thread-safe.
     */
    interface Check {
        /** Returns the check that finds nothing. */
        static Check none() {
            return NoCheck.INSTANCE;
        }

        /**
         * Returns whether the script must have passed even if it makes no call that may change something and does not
         * fail.
         */
        boolean isNeeded();

        /** Starts the check unless it has been started, and returns what it will have found. Never fails. */
        CompletionStage<Findings> findings();
    }

    /**
     * The result of a check.
     *
     * @param mistakes the mistakes for which the script is rejected, in order; none if it passed
     * @param hints what the model should know even though the script passed, one sentence each
     */
    record Findings(List<Mistake> mistakes, List<String> hints) {
        private static final Findings NONE = new Findings(List.of(), List.of());

        /** Copies the lists. */
        public Findings {
            mistakes = List.copyOf(mistakes);
            hints = List.copyOf(hints);
        }

        /** Returns the result of a check that found nothing. */
        public static Findings none() {
            return NONE;
        }

        /** Returns whether the script may change something. */
        public boolean passed() {
            return mistakes.isEmpty();
        }
    }

    /**
     * A script that was refused before anything ran.
     *
     * @param mistakes the mistakes, in order; at least one
     */
    record Rejected(List<Mistake> mistakes) implements PreparedScript {
        /** Copies the mistakes. */
        public Rejected {
            mistakes = List.copyOf(mistakes);
            if (mistakes.isEmpty()) {
                throw new IllegalArgumentException("A script is rejected for at least one mistake.");
            }
        }

        /** Refuses a script for one mistake that concerns no operation. */
        public Rejected(String kind, String message, @Nullable SourcePosition position) {
            this(List.of(new Mistake(kind, message, position, null)));
        }
    }

    /**
     * A script that could not be examined, through no fault of the script, and that did not run.
     *
     * @param reason {@code BUSY} if the same script may be sent again at once, {@code NOT_STARTED} if the preparer's
     *     processes cannot be started, for a reason that is in the host's log
     */
    record Unavailable(Execution.Unavailable.Reason reason) implements PreparedScript {
        /** Checks that nothing is null. */
        public Unavailable {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A mistake in a script.
     *
     * @param kind the kind of fault, such as {@code SyntaxError}; empty if the message states it
     * @param message what is wrong and what to write instead
     * @param position the position in the model's own text, or null if unknown
     * @param operation the dotted name of the operation that the script misuses, whose signature the model is shown; or
     *     null
     */
    record Mistake(
            String kind,
            String message,
            @Nullable SourcePosition position,
            @Nullable String operation) {
        /** Checks that nothing else is null. */
        public Mistake {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(message, "message");
        }
    }
}
