package dev.codemode.sandbox;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a script. Every text in it comes from the script and may be hostile. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Execution {
    /** The maximum number of un-awaited calls that an execution names. */
    int MAX_CALLS_NOT_AWAITED = 20;

    /** Returns what the script wrote to its console before it ended. */
    ConsoleOutput console();

    /**
     * The script returned.
     *
     * @param resultJson the result as JSON text, or null if it was {@code undefined}
     * @param console what it wrote
     * @param callsNotAwaited the ids of host calls whose promise the script never awaited or used otherwise, in order,
     *     as far as the sandbox knows; at most {@value #MAX_CALLS_NOT_AWAITED}
     */
    record Completed(@Nullable String resultJson, ConsoleOutput console, List<Integer> callsNotAwaited)
            implements Execution {
        /** Checks the console and copies the list. */
        public Completed {
            Objects.requireNonNull(console, "console");
            callsNotAwaited = List.copyOf(callsNotAwaited);
        }

        /** Creates the outcome of a script with no known un-awaited calls. */
        public Completed(@Nullable String resultJson, ConsoleOutput console) {
            this(resultJson, console, List.of());
        }
    }

    /**
     * The script is at fault.
     *
     * @param failure its fault
     * @param console what it wrote
     * @param callsNotAwaited as in {@link Completed}
     */
    record Failed(ScriptFailure failure, ConsoleOutput console, List<Integer> callsNotAwaited) implements Execution {
        /** Checks that nothing is null and copies the list. */
        public Failed {
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(console, "console");
            callsNotAwaited = List.copyOf(callsNotAwaited);
        }

        /** Creates the outcome of a script with no known un-awaited calls. */
        public Failed(ScriptFailure failure, ConsoleOutput console) {
            this(failure, console, List.of());
        }
    }

    /**
     * A limit stopped the script.
     *
     * @param limit which one
     * @param position where the script was, or null if unknown
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
     * @param console what it wrote, as far as known
     */
    record Unavailable(Reason reason, ConsoleOutput console) implements Execution {
        /** Checks that nothing is null. */
        public Unavailable {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(console, "console");
        }

        /** The reason why a sandbox could not run a script. */
        public enum Reason {
            /** There was no free capacity within the sandbox's own bound; the script did not start. */
            BUSY,
            /** The sandbox is closed; the script did not start. */
            CLOSED,
            /**
             * The runtime for scripts could not be started, for a reason that is in the host's log; the script did not
             * start.
             */
            NOT_STARTED,
            /** The process or thread that ran the script died; calls that it had made may have taken effect. */
            CRASHED
        }
    }
}
