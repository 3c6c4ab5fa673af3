package dev.codemode.sandbox.worker.internal.host;

import java.time.Duration;

/**
 * The number of workers, and how long each lives.
 *
 * @param maxWorkers the maximum number of processes, each of which runs one script at a time
 * @param spareWorkers the number of processes that are kept ready and belong to no trust domain yet, as far as
 *     {@code maxWorkers} allows
 * @param maxQueuedExecutions the maximum number of scripts that wait for a worker
 * @param maxQueueTime how long a script waits for a worker
 * @param maxExecutionsPerWorker the number of scripts after which a worker is replaced
 * @param maxIdleTime how long a worker without work is kept for its trust domain
 * @param maxMemoryBytes the memory limit that the first workers are started for
 */
public record PoolOptions(
        int maxWorkers,
        int spareWorkers,
        int maxQueuedExecutions,
        Duration maxQueueTime,
        int maxExecutionsPerWorker,
        Duration maxIdleTime,
        long maxMemoryBytes) {}
