package dev.codemode.sandbox.worker.internal.host;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.internal.launch.StartedProcess;
import dev.codemode.sandbox.worker.internal.wire.BadFrameException;
import dev.codemode.sandbox.worker.internal.wire.Frame;
import dev.codemode.sandbox.worker.internal.wire.FrameReader;
import dev.codemode.sandbox.worker.internal.wire.FrameWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A worker as the host sees it: runs one script at a time, and is killed when it exceeds a limit, breaks the protocol
 * or is no longer wanted. Invariant: a killed worker ends its run, so no caller waits for a process that is gone. Held
 * by {@code WorkerSandboxTest}.
 */
public final class WorkerProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());
    private static final int READY_BYTES = 64;
    private static final long START_SECONDS = 120;
    private static final long EXIT_SECONDS = 2;

    /** The time that a worker has to stop its script by itself, and to say where it was. */
    private static final long GRACE_MILLIS = 400;

    private final StartedProcess launched;
    private final WorkerProgram program;
    private final ScheduledExecutorService timer;
    private final Ticks ticks;
    private final FrameWriter out;
    private final WorkerErrors errors;
    private final CountDownLatch started = new CountDownLatch(1);
    private final long maxMemoryBytes;
    private @Nullable String trustDomain;
    private @Nullable List<String> operations;
    private int executions;
    private List<ProcessHandle> processes = List.of();
    private ProcessGauge.Holding atRest = ProcessGauge.Holding.UNKNOWN;
    private long idleSince;
    private volatile boolean ready;
    private volatile boolean broken;
    private volatile boolean unwanted;
    private volatile @Nullable WorkerRun current;

    WorkerProcess(StartedProcess launched, WorkerProgram program, long maxMemoryBytes, ScheduledExecutorService timer) {
        this.launched = launched;
        this.program = program;
        this.maxMemoryBytes = maxMemoryBytes;
        this.timer = timer;
        this.ticks = new Ticks(timer);
        Process process = launched.process();
        out = new FrameWriter(process.getOutputStream());
        errors = new WorkerErrors(process.getErrorStream());
        thread(this::read, "codemode-worker-" + process.pid()).start();
        thread(errors, "codemode-worker-errors-" + process.pid()).start();
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Waits until the worker can run scripts.
     *
     * @throws IOException if it never can; the message contains what it wrote to its standard error
     */
    void awaitReady() throws IOException, InterruptedException {
        boolean inTime = started.await(START_SECONDS, TimeUnit.SECONDS);
        if (!ready) {
            kill();
            launched.process().waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
            throw new IOException(
                    inTime
                            ? "A worker process ended before it was ready, with " + exit() + "." + errors.text()
                            : "A worker process was not ready after " + START_SECONDS + " s." + errors.text());
        }
        processes = launched.all();
        atRest = ProcessGauge.Holding.of(processes);
    }

    /**
     * Runs one script; returns null if the worker was gone before that. If it cannot run another one, it is {@linkplain
     * #isUsable() not usable} from then on.
     */
    public @Nullable Execution execute(SandboxRequest request) throws InterruptedException {
        WorkerRun run = new WorkerRun(request, out);
        executions++;
        current = run;
        if (broken) {
            return null;
        }
        ProcessGauge gauge = new ProcessGauge(processes, request.limits(), atRest);
        ticks.start(() -> gauge.look(() -> stop(run, LimitKind.CPU_TIME), limit -> kill(run, limit)));
        RunClock.Watch time = request.clock().whenSpent(timer, () -> stop(run, LimitKind.RUN_TIME));
        boolean usable = false;
        try {
            send(request, run);
            Execution execution = run.await();
            usable = !run.isAskedToStop()
                    && (execution instanceof Execution.Completed || execution instanceof Execution.Failed);
            return execution;
        } finally {
            if (!usable) {
                unwanted = true;
                kill();
            }
            run.abandon();
            ticks.stop();
            time.close();
            current = null;
        }
    }

    private void send(SandboxRequest request, WorkerRun run) {
        boolean withOperations = request.script().operations() != operations;
        operations = request.script().operations();
        try {
            out.write(run.frame(withOperations));
        } catch (IOException e) {
            // The worker is gone; the thread that reads from it ends the run.
        }
    }

    private void read() {
        try (BufferedInputStream in = new BufferedInputStream(launched.process().getInputStream(), 1 << 16)) {
            FrameReader frames = new FrameReader(in);
            if (frames.read(() -> READY_BYTES) instanceof Frame.Ready) {
                ready = true;
                started.countDown();
                serve(frames);
            }
        } catch (BadFrameException e) {
            // What still comes from a worker that is being killed is discarded.
            System.Logger.Level level = unwanted ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
            LOG.log(level, "A worker process broke the protocol and is killed.", e);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The pipe of a worker process", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gone();
        }
    }

    private void serve(FrameReader frames) throws IOException, InterruptedException {
        for (@Nullable Frame frame = next(frames); frame != null; frame = next(frames)) {
            WorkerRun run = current;
            if (run != null) {
                run.accept(frame);
            }
        }
    }

    private @Nullable Frame next(FrameReader frames) throws IOException {
        return frames.read(() -> {
            WorkerRun run = current;
            return run == null ? 0 : run.maxFrameBytes();
        });
    }

    private void gone() {
        broken = true;
        kill();
        started.countDown();
        boolean memory = hasExitedForMemory();
        WorkerRun run = current;
        if (run != null) {
            run.lost(memory);
        }
        launched.close();
    }

    private boolean hasExitedForMemory() {
        try {
            boolean exited = launched.process().waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
            boolean memory = exited
                    && program.memoryExitCodes().contains(launched.process().exitValue());
            if (!memory && !unwanted) {
                LOG.log(System.Logger.Level.WARNING, "A worker process ended with " + exit() + "." + errors.text());
            }
            return memory;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String exit() {
        Process process = launched.process();
        return process.isAlive() ? "its pipe closed" : "exit code " + process.exitValue();
    }

    /** Asks the worker to stop, and kills it if it does not. */
    private void stop(WorkerRun run, LimitKind limit) {
        run.askToStop(limit);
        Future<?> unused = timer.schedule(() -> kill(run, limit), GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void kill(WorkerRun run, @Nullable LimitKind limit) {
        if (current != run) {
            return;
        }
        if (limit == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A worker process started threads, which no script can, and is killed.");
        }
        run.stop(limit);
        unwanted = true;
        kill();
        run.lost(false);
    }

    private void kill() {
        broken = true;
        launched.kill();
        WorkerRun run = current;
        if (run != null) {
            run.drop();
        }
    }

    /** Returns whether the worker can run another script. */
    boolean isUsable() {
        return !broken && launched.process().isAlive();
    }

    /** Returns whether it serves this domain, or none yet, with this much memory. */
    boolean serves(String domain, long memoryBytes) {
        return maxMemoryBytes == memoryBytes && (trustDomain == null || trustDomain.equals(domain));
    }

    boolean isOf(String domain) {
        return domain.equals(trustDomain);
    }

    boolean isBlank() {
        return trustDomain == null;
    }

    long maxMemoryBytes() {
        return maxMemoryBytes;
    }

    int executions() {
        return executions;
    }

    void assign(String domain) {
        trustDomain = domain;
    }

    long idleSince() {
        return idleSince;
    }

    void idle(long now) {
        idleSince = now;
    }

    /** Kills the process without waiting for its end. */
    @Override
    public void close() {
        unwanted = true;
        kill();
    }

    /** Waits a bounded time for the process to end. */
    void awaitExit() throws InterruptedException {
        launched.process().waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
    }
}
