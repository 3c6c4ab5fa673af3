package dev.codemode.testkit.hostile;

import dev.codemode.sandbox.Limits;
import java.time.Duration;

/**
 * What a hostile script may use. Immutable and thread-safe.
 *
 * @param wallTime how long it may run
 * @param stopTime how much later its caller must have the answer
 * @param heapBytes how much it may hold
 * @param resultBytes the most bytes of its result
 * @param consoleBytes the most bytes of its console
 * @param hostCalls the most calls
 * @param concurrentCalls the most calls at once
 * @param sourceBytes the most bytes of its text
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

    /** Returns the limits as a sandbox takes them; what the corpus does not name has its default. */
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
