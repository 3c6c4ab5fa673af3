package dev.codemode.sandbox.worker.internal.host;

import java.time.Duration;

/**
 * The number of workers, and how long each lives.
 *
 * @param maxWorkers the maximum number of processes, each of which runs one script at a time
 * @param spareWorkers the number of processes that are kept ready and belong to no trust domain yet, as far as
 *     {@code maxWorkers} allows
 * @param maxSpareWorkers that number while new trust domains keep coming
 * @param maxQueuedExecutions the maximum number of scripts that wait for a worker
 * @param maxQueueTime how long a script waits for a worker while nobody gets one
 * @param lifetime when a worker is replaced
 * @param maxMemoryBytes the memory limit that the first workers are started for
 */
public record PoolOptions(
        int maxWorkers,
        int spareWorkers,
        int maxSpareWorkers,
        int maxQueuedExecutions,
        Duration maxQueueTime,
        Lifetime lifetime,
        long maxMemoryBytes) {

    /**
     * When a worker is replaced.
     *
     * @param maxExecutions the number of scripts after which it is
     * @param maxIdleTime how long one without work is kept for its trust domain
     */
    public record Lifetime(int maxExecutions, Duration maxIdleTime) {}
}
