package dev.codemode.sandbox.worker;

import java.time.Duration;

/**
 * How many workers there are, and how long each lives.
 *
 * @param maxWorkers processes at most, each of which runs one script at a time
 * @param spareWorkers processes that are kept ready and belong to no trust domain yet, as far as {@code maxWorkers} allows
 * @param maxQueuedExecutions scripts at most that wait for a worker
 * @param maxQueueTime how long a script waits for a worker
 * @param maxExecutionsPerWorker scripts after which a worker is replaced
 * @param maxIdleTime how long a worker without work is kept for its trust domain
 * @param maxMemoryBytes the limit of memory that the first workers are started for
 */
record PoolOptions(
        int maxWorkers,
        int spareWorkers,
        int maxQueuedExecutions,
        Duration maxQueueTime,
        int maxExecutionsPerWorker,
        Duration maxIdleTime,
        long maxMemoryBytes) {}
