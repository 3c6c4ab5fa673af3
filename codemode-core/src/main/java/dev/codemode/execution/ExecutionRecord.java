package dev.codemode.execution;

import dev.codemode.catalog.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The facts about one execution that an audit log needs. Contains no arguments, results or secrets. Immutable and
 * thread-safe.
 *
 * @param id the execution's own identifier
 * @param caller the caller on whose behalf it ran
 * @param scriptSha256 the hash of the script's text in UTF-8, in lower-case hexadecimal
 * @param startedAt when it started
 * @param duration how long it took, the wait for a free place included
 * @param status how it ended
 * @param calls the calls in dispatch order
 * @since 0.1
 */
public record ExecutionRecord(
        String id,
        Caller caller,
        String scriptSha256,
        Instant startedAt,
        Duration duration,
        ExecutionStatus status,
        List<CallRecord> calls) {
    /** Copies the calls. */
    public ExecutionRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(scriptSha256, "scriptSha256");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(status, "status");
        calls = List.copyOf(calls);
    }
}
