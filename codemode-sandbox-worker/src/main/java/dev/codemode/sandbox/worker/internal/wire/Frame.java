package dev.codemode.sandbox.worker.internal.wire;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages in the pipes between a host and a worker. */
public sealed interface Frame {
    /**
     * Host to worker: runs a script.
     *
     * @param id an unpredictable number, which the end of this run repeats
     * @param operations the names that it can call; null for those of the previous run
     */
    record Run(long id, String body, @Nullable List<String> operations, Limits limits, Instant startedAt, long seed)
            implements Frame {}

    /** Host to worker: answers a call; the script sees this time from now on. */
    record Reply(int callId, long clockMillis, HostReply reply) implements Frame {}

    /** Host to worker: a timer is due; the script sees this time from now on. */
    record Fired(int timerId, long clockMillis) implements Frame {}

    /**
     * Host to worker: stops the script because of a limit. A courtesy, so that the end can say where the script was: a
     * worker that does not end the run soon is killed.
     */
    record Stop(long runId, LimitKind limit) implements Frame {}

    /** Worker to host: waits for scripts. Sent once. */
    record Ready() implements Frame {}

    /** Worker to host: makes a call. */
    record Call(int id, String operation, String argumentsJson) implements Frame {}

    /** Worker to host: starts a timer, which fires once. */
    record Timer(int id, long delayMillis) implements Frame {}

    /** Worker to host: clears a timer, which may have fired already. */
    record Clear(int timerId) implements Frame {}

    /** Worker to host: writes to the console. */
    record Line(ConsoleOutput.Level level, String text) implements Frame {}

    /**
     * Worker to host: ends the run. The console's lines were sent before; only the number of dropped messages is sent
     * here.
     */
    record Ended(long runId, Execution execution) implements Frame {}
}
