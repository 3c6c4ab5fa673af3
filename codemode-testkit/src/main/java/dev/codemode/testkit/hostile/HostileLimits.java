package dev.codemode.testkit.hostile;

import dev.codemode.sandbox.Limits;
import java.time.Duration;

/**
 * The limits of a hostile script. Immutable and thread-safe.
 *
 * @param wallTime how long it may run
 * @param stopTime how much later its caller must have the answer
 * @param heapBytes how much memory it may hold
 * @param resultBytes the maximum number of bytes of its result
 * @param consoleBytes the maximum number of bytes of its console output
 * @param hostCalls the maximum number of calls
 * @param concurrentCalls the maximum number of concurrent calls
 * @param sourceBytes the maximum number of bytes of its text
 * @since 0.1
 */
public record HostileLimits(
        Duration wallTime,
        Duration stopTime,
        long heapBytes,
        int resultBytes,
        int consoleBytes,
        int hostCalls,
        int concurrentCalls,
        int sourceBytes) {

    /** Returns these limits with another wall time. */
    public HostileLimits withWallTime(Duration wallTime) {
        return new HostileLimits(
                wallTime, stopTime, heapBytes, resultBytes, consoleBytes, hostCalls, concurrentCalls, sourceBytes);
    }

    /** Returns the limits in the form that a sandbox takes; those that the corpus does not name have their defaults. */
    public Limits toLimits() {
        return Limits.builder()
                .maxRunTime(wallTime)
                .maxMemoryBytes(heapBytes)
                .maxResultBytes(resultBytes)
                .maxConsoleBytes(consoleBytes)
                .maxHostCalls(hostCalls)
                .maxConcurrentHostCalls(concurrentCalls)
                .maxSourceBytes(sourceBytes)
                .build();
    }
}
