package dev.codemode.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a script ended. Every text in it is the script's and may be hostile. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Execution {
    /** Returns what the script wrote to its console before it ended. */
    ConsoleOutput console();

    /**
     * The script returned.
     *
     * @param resultJson the result as JSON text, or null if it was {@code undefined}
     * @param console what it wrote
     */
    record Completed(@Nullable String resultJson, ConsoleOutput console) implements Execution {
        /** Checks the console. */
        public Completed {
            Objects.requireNonNull(console, "console");
        }
    }

    /**
     * The script is at fault.
     *
     * @param failure what it did
     * @param console what it wrote
     */
    record Failed(ScriptFailure failure, ConsoleOutput console) implements Execution {
        /** Checks that nothing is null. */
        public Failed {
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(console, "console");
        }
    }

    /**
     * A limit stopped the script.
     *
     * @param limit which one
     * @param position where the script was, or null if that is not known
     * @param console what it wrote
     */
    record Stopped(LimitKind limit, @Nullable SourcePosition position, ConsoleOutput console) implements Execution {
        /** Checks that nothing else is null. */
        public Stopped {
            Objects.requireNonNull(limit, "limit");
            Objects.requireNonNull(console, "console");
        }
    }

    /**
     * The sandbox could not run the script, or lost it.
     *
     * @param reason why
     * @param console what it wrote, as far as that is known
     */
    record Unavailable(Reason reason, ConsoleOutput console) implements Execution {
        /** Checks that nothing is null. */
        public Unavailable {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(console, "console");
        }

        /** Why a sandbox could not run a script. */
        public enum Reason {
            /** Nothing was free within the sandbox's own bound; the script did not start. */
            BUSY,
            /** The sandbox is closed; the script did not start. */
            CLOSED,
            /** What ran the script died; calls that it had made may have taken effect. */
            CRASHED
        }
    }
}
