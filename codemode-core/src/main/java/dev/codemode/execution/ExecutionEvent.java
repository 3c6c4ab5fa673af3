package dev.codemode.execution;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened in an execution. Holds no arguments, results or secrets. Immutable and thread-safe.
 *
 * <p>Of one execution, {@link Started} comes first and {@link Ended} last, each once. Every call of its record has one {@link
 * CallEnded}; a {@link CallStarted} comes before it unless the call was still waiting when the execution ended.
 *
 * @since 0.1
 */
public sealed interface ExecutionEvent {
    /** Returns the identifier of the execution. */
    String executionId();

    /**
     * A script was handed over. It may still wait for a free place, or be refused.
     *
     * @param executionId the execution's identifier
     * @param caller on whose behalf it runs
     * @param scriptSha256 the hash of the script's text in UTF-8, in lower-case hexadecimal
     * @param startedAt when it was handed over
     */
    record Started(String executionId, Caller caller, String scriptSha256, Instant startedAt)
            implements ExecutionEvent {
        /** Checks that nothing is null. */
        public Started {
            Objects.requireNonNull(executionId, "executionId");
            Objects.requireNonNull(caller, "caller");
            Objects.requireNonNull(scriptSha256, "scriptSha256");
            Objects.requireNonNull(startedAt, "startedAt");
        }
    }

    /**
     * A call left the queue: its arguments are checked next, then its handler runs.
     *
     * @param executionId the execution's identifier
     * @param callId the call's number within the execution, from 1
     * @param operation the dotted name as the script spelt it
     * @param effect the operation's effect; empty if the call names nothing that the caller can see
     */
    record CallStarted(String executionId, int callId, String operation, Optional<Effect> effect)
            implements ExecutionEvent {
        /** Checks that nothing is null. */
        public CallStarted {
            Objects.requireNonNull(executionId, "executionId");
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(effect, "effect");
        }
    }

    /**
     * A call ended; the script gets its answer next. A call that the end of the execution cancels may still be running.
     *
     * @param executionId the execution's identifier
     * @param call what became of it
     */
    record CallEnded(String executionId, CallRecord call) implements ExecutionEvent {
        /** Checks that nothing is null. */
        public CallEnded {
            Objects.requireNonNull(executionId, "executionId");
            Objects.requireNonNull(call, "call");
        }
    }

    /**
     * The execution ended; its answer is returned next.
     *
     * @param execution the whole record
     */
    record Ended(ExecutionRecord execution) implements ExecutionEvent {
        /** Checks that nothing is null. */
        public Ended {
            Objects.requireNonNull(execution, "execution");
        }

        @Override
        public String executionId() {
            return execution.id();
        }
    }
}
