package dev.codemode.sandbox.worker.internal.host;

import dev.codemode.sandbox.Execution.Unavailable.Reason;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.internal.launch.Launcher;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workers that run, wait for work or are being started, and the scripts that wait for one: those of the trust
 * domain with the fewest busy workers come first, in order of arrival.
 *
 * <p>Invariant: there are never more processes than {@code maxWorkers}, a worker serves one trust domain in its life,
 * and after {@link #close} none is left. Held by {@code WorkerPoolTest} and {@code WorkerSandboxTest}. Thread-safe.
 */
public final class WorkerPool implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkerPool.class.getName());
    /** Starting more at once would only take longer overall. */
    private static final int MAX_STARTING = Math.max(1, Runtime.getRuntime().availableProcessors());

    private static final long FIRST_RETRY_MILLIS = 100;
    private static final long LAST_RETRY_MILLIS = 5_000;
    /** By then the host has started: a training run takes as much processor time as a start. */
    private static final long TRAINING_DELAY_SECONDS = 10;

    private final Launcher launcher;
    private final WorkerProgram program;
    private final PoolOptions options;
    private final LongSupplier nanoTime;
    private final Arrivals arrivals;
    private final ExecutorService background = Executors.newCachedThreadPool(task -> daemon(task, "codemode-workers"));
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, task -> daemon(task, "codemode-worker-watch"));

    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> busy = new HashSet<>();
    private final Set<WorkerProcess> starting = new HashSet<>();
    private @Nullable Future<?> sweeps;
    private @Nullable Future<?> retry;
    private int ordered;
    private long served;
    private int failures;
    private long retryAt;
    private long spareMemoryBytes;
    private boolean trained;
    private boolean closed;

    public WorkerPool(Launcher launcher, WorkerProgram program, PoolOptions options) {
        this(launcher, program, options, System::nanoTime);
    }

    WorkerPool(Launcher launcher, WorkerProgram program, PoolOptions options, LongSupplier nanoTime) {
        this.launcher = launcher;
        this.program = program;
        this.options = options;
        this.nanoTime = nanoTime;
        arrivals = new Arrivals(nanoTime, options.spareWorkers(), options.maxSpareWorkers());
        spareMemoryBytes = options.maxMemoryBytes();
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Starts the spare workers, once; until then, or until the first script, there is no process and no thread. */
    public synchronized void anticipate() {
        if (sweeps == null && !closed) {
            long sweep = Math.max(1, options.lifetime().maxIdleTime().toMillis() / 2);
            sweeps = timer.scheduleWithFixedDelay(this::sweep, sweep, sweep, TimeUnit.MILLISECONDS);
            balance();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns a worker for this domain, to be {@linkplain #release released}. Blocks for {@code maxQueueTime}; if
     * others are served or workers are being started meanwhile, up to six times as long, and for as long as one is
     * being started for this script.
     *
     * @throws NoWorkerException if there is none
     */
    public WorkerProcess acquire(String trustDomain, long memoryBytes) throws InterruptedException, NoWorkerException {
        Waiter waiter = enqueue(trustDomain, memoryBytes);
        try {
            WorkerProcess worker = null;
            while (worker == null) {
                worker = await(waiter);
            }
            return worker;
        } catch (ExecutionException e) {
            throw (NoWorkerException) e.getCause();
        } catch (InterruptedException e) {
            giveBack(waiter);
            throw e;
        }
    }

    private @Nullable WorkerProcess await(Waiter waiter)
            throws InterruptedException, ExecutionException, NoWorkerException {
        try {
            return waiter.worker.get(options.maxQueueTime().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            withdraw(waiter);
            return null;
        }
    }

    private synchronized Waiter enqueue(String trustDomain, long memoryBytes) throws NoWorkerException {
        if (closed) {
            throw new NoWorkerException(Reason.CLOSED);
        }
        Waiter waiter = new Waiter(trustDomain, memoryBytes, new QueueTurns(served), new CompletableFuture<>());
        spareMemoryBytes = memoryBytes;
        waiters.add(waiter);
        anticipate();
        balance();
        if (waiters.size() > options.maxQueuedExecutions() && waiters.remove(waiter)) {
            throw new NoWorkerException(Reason.BUSY);
        }
        return waiter;
    }

    /** Gives up, unless there is a worker by now, one is being started for the scripts up to this one, or it may wait. */
    private synchronized void withdraw(Waiter waiter) throws NoWorkerException {
        boolean covered = inTurn().indexOf(waiter) < ordered;
        boolean patient = waiter.turns.another(served, ordered > 0, !busy.isEmpty());
        if (!covered && !patient) {
            waiters.remove(waiter);
            throw new NoWorkerException(Reason.BUSY);
        }
    }

    private synchronized void giveBack(Waiter waiter) {
        waiters.remove(waiter);
        if (waiter.worker.isDone() && !waiter.worker.isCompletedExceptionally()) {
            release(waiter.worker.join());
        }
    }

    /** Takes a worker back, for the next script or for its end. */
    public synchronized void release(WorkerProcess worker) {
        busy.remove(worker);
        if (closed
                || !worker.isUsable()
                || worker.executions() >= options.lifetime().maxExecutions()) {
            worker.close();
        } else {
            worker.idle(nanoTime.getAsLong());
            idle.addLast(worker);
        }
        balance();
    }

    /** Serves the waiting scripts in order, and starts missing workers. */
    private synchronized void balance() {
        if (closed) {
            return;
        }
        idle.removeIf(worker -> !worker.isUsable());
        int uncovered = 0;
        for (Waiter waiter : inTurn()) {
            WorkerProcess worker = match(waiter);
            if (worker != null) {
                serve(waiter, worker);
            } else if (++uncovered > ordered && !makeRoomAndStart(waiter.memoryBytes)) {
                break;
            }
        }
        startSpares(uncovered);
        if (!trained && !idle.isEmpty() && ordered == 0 && waiters.isEmpty()) {
            trained = true;
            Future<?> unused =
                    timer.schedule(() -> background.execute(launcher::train), TRAINING_DELAY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void serve(Waiter waiter, WorkerProcess worker) {
        if (worker.isBlank() && !hasWorker(waiter.trustDomain)) {
            arrivals.add();
        }
        served++;
        waiters.remove(waiter);
        idle.remove(worker);
        busy.add(worker);
        worker.assign(waiter.trustDomain);
        waiter.worker.complete(worker);
    }

    private boolean hasWorker(String domain) {
        return Stream.concat(busy.stream(), idle.stream()).anyMatch(worker -> worker.isOf(domain));
    }

    /** Starts workers for domains that have not come yet. */
    private void startSpares(int uncovered) {
        int wanted = arrivals.spares();
        for (int spares = blank() + ordered - uncovered; spares < wanted; spares++) {
            if (size() >= options.maxWorkers() || !start(spareMemoryBytes)) {
                return;
            }
        }
    }

    /** Returns how many workers are ready and belong to no trust domain yet. */
    synchronized int blank() {
        return (int) idle.stream()
                .filter(WorkerProcess::isBlank)
                .filter(worker -> worker.maxMemoryBytes() == spareMemoryBytes)
                .count();
    }

    /** Returns the waiting scripts, in the order in which they are served. */
    private List<Waiter> inTurn() {
        return waiters.stream()
                .sorted(Comparator.comparingLong(waiter -> busy.stream()
                        .filter(worker -> worker.isOf(waiter.trustDomain))
                        .count()))
                .toList();
    }

    /** Prefers the domain's most recently used worker, then a blank one. */
    private @Nullable WorkerProcess match(Waiter waiter) {
        WorkerProcess blank = null;
        for (Iterator<WorkerProcess> newest = idle.descendingIterator(); newest.hasNext(); ) {
            WorkerProcess worker = newest.next();
            if (worker.serves(waiter.trustDomain, waiter.memoryBytes)) {
                if (!worker.isBlank()) {
                    return worker;
                }
                blank = worker;
            }
        }
        return blank;
    }

    /** Returns how many scripts wait for a worker. */
    synchronized int waiting() {
        return waiters.size();
    }

    private int size() {
        return idle.size() + busy.size() + ordered;
    }

    /** Returns whether a worker is being started, replacing the one that was idle longest if there is no room. */
    private boolean makeRoomAndStart(long memoryBytes) {
        if (ordered >= MAX_STARTING) {
            return false;
        }
        if (size() >= options.maxWorkers()) {
            WorkerProcess oldest = idle.pollFirst();
            if (oldest == null) {
                return false;
            }
            oldest.close();
        }
        return start(memoryBytes);
    }

    private boolean start(long memoryBytes) {
        if (ordered >= MAX_STARTING || (failures > 0 && System.nanoTime() - retryAt < 0)) {
            return false;
        }
        ordered++;
        background.execute(() -> launch(memoryBytes));
        return true;
    }

    private void launch(long memoryBytes) {
        WorkerProcess worker = null;
        try {
            worker = new WorkerProcess(launcher.start(memoryBytes), program, memoryBytes, timer);
            enter(worker);
            worker.awaitReady();
            ready(worker);
        } catch (IOException | RuntimeException e) {
            failed(worker, e);
        } catch (InterruptedException e) {
            failed(worker, e);
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void enter(WorkerProcess worker) {
        starting.add(worker);
        if (closed) {
            worker.close();
        }
    }

    private synchronized void ready(WorkerProcess worker) {
        starting.remove(worker);
        ordered--;
        failures = 0;
        if (closed) {
            worker.close();
            return;
        }
        worker.idle(nanoTime.getAsLong());
        idle.addLast(worker);
        balance();
    }

    /** Notifies the first waiting script, and tries again for the others after a growing delay. */
    private synchronized void failed(@Nullable WorkerProcess worker, Exception e) {
        if (worker != null) {
            starting.remove(worker);
            worker.close();
        }
        ordered--;
        if (closed) {
            return;
        }
        LOG.log(System.Logger.Level.ERROR, "A worker process of " + program.name() + " could not be started.", e);
        long delay = Math.min(LAST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(failures++, 10));
        retryAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delay);
        Waiter first = waiters.poll();
        if (first != null) {
            first.worker.completeExceptionally(new NoWorkerException(Reason.NOT_STARTED));
        }
        retry = timer.schedule(this::balance, delay + 1, TimeUnit.MILLISECONDS);
    }

    /** Closes what was idle for too long, except as many workers as should be ready for new domains. */
    synchronized void sweep() {
        long now = nanoTime.getAsLong();
        long maxIdle = options.lifetime().maxIdleTime().toNanos();
        int spares = arrivals.spares();
        for (WorkerProcess worker : List.copyOf(idle)) {
            boolean spare = worker.isBlank() && worker.maxMemoryBytes() == spareMemoryBytes && blank() <= spares;
            if (!spare && now - worker.idleSince() > maxIdle) {
                idle.remove(worker);
                worker.close();
            }
        }
        balance();
    }

    @Override
    public void close() {
        List<WorkerProcess> left = shut();
        left.forEach(WorkerProcess::close);
        launcher.close();
        timer.shutdownNow();
        background.shutdown();
        try {
            for (WorkerProcess worker : left) {
                worker.awaitExit();
            }
            background.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<WorkerProcess> shut() {
        closed = true;
        if (sweeps != null) {
            sweeps.cancel(false);
        }
        if (retry != null) {
            retry.cancel(false);
        }
        waiters.forEach(waiter -> waiter.worker.completeExceptionally(new NoWorkerException(Reason.CLOSED)));
        waiters.clear();
        List<WorkerProcess> left = new ArrayList<>(idle);
        left.addAll(busy);
        left.addAll(starting);
        idle.clear();
        return left;
    }

    private record Waiter(
            String trustDomain, long memoryBytes, QueueTurns turns, CompletableFuture<WorkerProcess> worker) {}
}
