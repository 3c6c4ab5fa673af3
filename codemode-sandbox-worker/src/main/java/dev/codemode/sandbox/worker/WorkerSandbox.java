package dev.codemode.sandbox.worker;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.realm.ScriptRun;
import dev.codemode.sandbox.worker.internal.host.MachineMemory;
import dev.codemode.sandbox.worker.internal.host.NoWorkerException;
import dev.codemode.sandbox.worker.internal.host.PoolOptions;
import dev.codemode.sandbox.worker.internal.host.WorkerPool;
import dev.codemode.sandbox.worker.internal.host.WorkerProcess;
import dev.codemode.sandbox.worker.internal.launch.LaunchOptions;
import dev.codemode.sandbox.worker.internal.launch.Launcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox of worker processes, which are killed when a script does not stop by itself. Each process runs one script
 * at a time, belongs to one trust domain, and is replaced after any script that exceeded a limit.
 *
 * <p>A worker's environment is empty, its working directory is empty and its own, and its class path contains only the
 * sandbox's jars. It communicates with this process through its standard input and output, and what it sends is checked
 * like any other hostile input. Thread-safe.
 *
 * @since 0.1
 */
public final class WorkerSandbox implements Sandbox {
    private final WorkerPool pool;

    private WorkerSandbox(Builder options) {
        String faults = options.program.knownFaults();
        if (!faults.isEmpty() && options.commandPrefix.isEmpty() && !options.unsafeKnownFaults) {
            throw new IllegalStateException(
                    faults + " Use GraalSandbox, start the workers in a sandbox of the operating"
                            + " system with commandPrefix(...), or say with unsafeKnownFaults() that every script is trusted.");
        }
        Launcher launcher = Launcher.of(
                options.program,
                new LaunchOptions(
                        options.javaLauncher, options.jvmOptions, options.commandPrefix, options.cacheDirectory));
        pool = new WorkerPool(launcher, options.program, options.pool());
    }

    /** Returns a builder with the default of every option. */
    public static Builder builder(WorkerProgram program) {
        return new Builder(program);
    }

    /** Starts the spare workers in the background the first time it is called; before that there is no process. */
    @Override
    public void anticipate() {
        pool.anticipate();
    }

    @Override
    public Execution execute(SandboxRequest request) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The execution was interrupted before it started.");
        }
        Execution refusal = ScriptRun.refusal(request);
        try {
            while (refusal == null) {
                Execution execution = attempt(request);
                if (execution != null) {
                    return execution;
                }
            }
            return refusal;
        } catch (NoWorkerException e) {
            return new Execution.Unavailable(e.reason(), ConsoleOutput.empty());
        }
    }

    /** Returns null if the worker died before the script could start. */
    private @Nullable Execution attempt(SandboxRequest request) throws InterruptedException, NoWorkerException {
        WorkerProcess worker = acquire(request);
        try {
            return worker.execute(request);
        } finally {
            pool.release(worker);
        }
    }

    /** Waits for a worker while the script's time stands still. */
    private WorkerProcess acquire(SandboxRequest request) throws InterruptedException, NoWorkerException {
        RunClock.Pause waiting = request.clock().pause();
        try {
            return pool.acquire(request.trustDomain(), request.limits().maxMemoryBytes());
        } finally {
            waiting.close();
        }
    }

    /** Kills every worker. Running scripts end as crashed. Waits up to two seconds for each process to be gone. */
    @Override
    public void close() {
        pool.close();
    }

    /**
     * Builds a sandbox of worker processes. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private static final int LEAST_WORKERS = 4;
        private static final int MOST_WORKERS = 64;
        private static final long BYTES_BESIDES_SCRIPT = 128L << 20;
        private static final int DOMAINS_PER_SPARE = 8;

        private final WorkerProgram program;
        private int maxWorkers; // zero: as many as the memory allows
        private int spareWorkers = 1;
        private int maxQueuedExecutions = 256;
        private Duration maxQueueTime = Duration.ofSeconds(10);
        private int maxExecutionsPerWorker = 10_000;
        private Duration maxIdleTime = Duration.ofMinutes(1);
        private long maxMemoryBytes = Limits.defaults().maxMemoryBytes();
        private @Nullable Path javaLauncher;
        private List<String> jvmOptions = List.of();
        private List<String> commandPrefix = List.of();
        private boolean unsafeKnownFaults;
        private @Nullable Path cacheDirectory;

        private Builder(WorkerProgram program) {
            this.program = program;
        }

        /**
         * Sets the maximum number of processes, which is how many scripts run at once, and how many trust domains find
         * a worker of their own that was idle for less than {@link #maxIdleTime}. Default: as many as half of the
         * memory of the machine or container holds if each takes {@link #maxMemoryBytes} and 128 MB, but at least 4 and
         * at most 64. With fewer trust domains there are fewer.
         */
        public Builder maxWorkers(int maxWorkers) {
            this.maxWorkers = positive("maxWorkers", maxWorkers);
            return this;
        }

        /**
         * Sets how many processes that belong to no trust domain yet are kept ready, as far as {@code maxWorkers}
         * allows, from {@link #anticipate} or the first script on; with zero, each is started when it is needed. While
         * new trust domains come, there are more: one for each two of the last half minute, up to an eighth of
         * {@code maxWorkers}. Default: 1.
         */
        public Builder spareWorkers(int spareWorkers) {
            if (spareWorkers < 0) {
                throw new IllegalArgumentException("spareWorkers must not be negative, but was " + spareWorkers + ".");
            }
            this.spareWorkers = spareWorkers;
            return this;
        }

        /** Sets how many scripts may wait for a worker; further ones get the answer <em>busy</em>. Default: 256. */
        public Builder maxQueuedExecutions(int maxQueuedExecutions) {
            this.maxQueuedExecutions = positive("maxQueuedExecutions", maxQueuedExecutions);
            return this;
        }

        /**
         * Sets how long a script waits for a worker before it gets the answer <em>busy</em>; up to six times as long
         * while others get workers or workers are being started. Default: 10 s.
         */
        public Builder maxQueueTime(Duration maxQueueTime) {
            this.maxQueueTime = positive("maxQueueTime", maxQueueTime);
            return this;
        }

        /**
         * Sets the number of scripts after which a worker is replaced. Starting one costs about two seconds of CPU with
         * GraalJS. Default: 10,000.
         */
        public Builder maxExecutionsPerWorker(int maxExecutionsPerWorker) {
            this.maxExecutionsPerWorker = positive("maxExecutionsPerWorker", maxExecutionsPerWorker);
            return this;
        }

        /** Sets how long a worker without work is kept for its trust domain. Default: 1 min. */
        public Builder maxIdleTime(Duration maxIdleTime) {
            this.maxIdleTime = positive("maxIdleTime", maxIdleTime);
            return this;
        }

        /**
         * Sets the {@link Limits#maxMemoryBytes()} that workers are started for before the first script comes. A
         * worker's memory is fixed when it starts, so a script with another limit needs its own worker. Default: 128
         * MB.
         */
        public Builder maxMemoryBytes(long maxMemoryBytes) {
            if (maxMemoryBytes <= 0) {
                throw new IllegalArgumentException(
                        "maxMemoryBytes must be above zero, but was " + maxMemoryBytes + ".");
            }
            this.maxMemoryBytes = maxMemoryBytes;
            return this;
        }

        /**
         * Sets the {@code java} command that starts workers. Default: the one of the Java installation that runs this. Has
         * no effect on workers that are not a JVM.
         */
        public Builder javaLauncher(Path javaLauncher) {
            this.javaLauncher = javaLauncher;
            return this;
        }

        /**
         * Sets options for the workers' JVM, which follow those of the sandbox and so override them. Has no effect on workers
         * that are not a JVM.
         */
        public Builder jvmOptions(List<String> jvmOptions) {
            this.jvmOptions = List.copyOf(jvmOptions);
            return this;
        }

        /**
         * Sets what comes before {@code java} on the command line of a worker, such as {@code bwrap} with its options.
         * It has to pass on standard input and output, and to end when they are closed. In each argument,
         * {@code {directory}} stands for the worker's own empty directory.
         */
        public Builder commandPrefix(List<String> commandPrefix) {
            this.commandPrefix = List.copyOf(commandPrefix);
            return this;
        }

        /**
         * Runs an engine with published faults ({@link WorkerProgram#knownFaults}) in processes that only this user's
         * rights confine. For scripts that are trusted as much as the host's own code. Has no effect on other engines.
         */
        public Builder unsafeKnownFaults() {
            unsafeKnownFaults = true;
            return this;
        }

        /**
         * Sets where prepared class archives are kept between starts. Only this user may be able to write to it.
         * Default: a directory in the system's temporary directory, if it is safe.
         */
        public Builder cacheDirectory(Path cacheDirectory) {
            this.cacheDirectory = cacheDirectory;
            return this;
        }

        /**
         * Returns the sandbox, and starts its first workers in the background.
         *
         * @throws IllegalStateException if workers cannot be started here, or the engine has published faults and no
         *     command prefix is set; the message says what can be done
         */
        public WorkerSandbox build() {
            return new WorkerSandbox(this);
        }

        private PoolOptions pool() {
            int most = maxWorkers == 0 ? affordableWorkers(MachineMemory.bytes(), maxMemoryBytes) : maxWorkers;
            int spares = Math.min(spareWorkers, most);
            return new PoolOptions(
                    most,
                    spares,
                    spares == 0 ? 0 : Math.max(spares, most / DOMAINS_PER_SPARE),
                    maxQueuedExecutions,
                    maxQueueTime,
                    new PoolOptions.Lifetime(maxExecutionsPerWorker, maxIdleTime),
                    maxMemoryBytes);
        }

        /** Returns how many workers half of that memory holds, within the bounds that {@link #maxWorkers} names. */
        static int affordableWorkers(long machineBytes, long maxMemoryBytes) {
            long affordable = machineBytes / 2 / (maxMemoryBytes + BYTES_BESIDES_SCRIPT);
            return (int) Math.max(LEAST_WORKERS, Math.min(MOST_WORKERS, affordable));
        }

        private static int positive(String option, int value) {
            if (value <= 0) {
                throw new IllegalArgumentException(option + " must be above zero, but was " + value + ".");
            }
            return value;
        }

        private static Duration positive(String option, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(option + " must be above zero, but was " + value + ".");
            }
            return value;
        }
    }
}
