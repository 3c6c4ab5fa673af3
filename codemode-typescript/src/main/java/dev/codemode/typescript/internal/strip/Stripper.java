package dev.codemode.typescript.internal.strip;

import dev.codemode.internal.json.Json;
import dev.codemode.internal.threads.FairSlots;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.sandbox.worker.WorkerSandbox;
import dev.codemode.script.ScriptRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has scripts prepared in worker processes, which trust domains share in turn: nothing of a script stays in them. The
 * answers of workers are not trusted. Thread-safe.
 */
public final class Stripper implements AutoCloseable {
    private static final long MEMORY_BYTES = 128L << 20;
    private static final Duration MAX_RUN_TIME = Duration.ofSeconds(5);
    private static final Limits LIMITS = Limits.builder()
            .maxRunTime(MAX_RUN_TIME)
            .maxCpuTime(Duration.ofSeconds(4))
            .maxMemoryBytes(MEMORY_BYTES)
            .maxSourceBytes(8 << 20)
            .maxResultBytes(32 << 20)
            .build();

    private static final String NESTS_TOO_DEEPLY =
            "The script nests too deeply to be parsed: write it in smaller parts.";
    private static final String INVALID_ANSWER = "A worker that prepares scripts sent an invalid answer.";
    private static final System.Logger LOG = System.getLogger(Stripper.class.getName());

    private final boolean onV8;
    private final Sandbox workers;
    /**
     * As many places as there are workers, so that every script with a place has a worker, except while one is
     * starting.
     */
    private final FairSlots places;

    private final AtomicBoolean anticipated = new AtomicBoolean();
    private volatile boolean started;

    /**
     * Creates a stripper.
     *
     * @param deno the executable of Deno to parse with; null for a JVM
     * @param options sets how worker processes are started
     */
    public Stripper(@Nullable Path deno, int maxWorkers, Consumer<WorkerSandbox.Builder> options) {
        onV8 = deno != null;
        WorkerSandbox.Builder builder =
                WorkerSandbox.builder(deno == null ? StripWorker.program() : WorkerSwc.program(deno));
        options.accept(builder);
        places = new FairSlots(maxWorkers);
        // All workers are of one trust domain, so one that is kept for another would never serve.
        workers = builder.maxWorkers(maxWorkers)
                .spareWorkers(0)
                .maxMemoryBytes(MEMORY_BYTES)
                .build();
    }

    /** The result of preparing a script. */
    public sealed interface Outcome {
        /**
         * It can run.
         *
         * @param body the body of an async function
         * @param positions maps positions in the body to the script
         * @param form the form of the script as a whole
         * @param typed whether types were removed
         */
        record Body(String body, Positions positions, Preparation.Form form, boolean typed) implements Outcome {}

        /** It does not parse, or uses something that does not exist. */
        record Refused(String message, @Nullable SourcePosition position) implements Outcome {}

        /** Unknown, because no worker could answer: there was none in time, or none can be started. */
        record Unknown(Execution.Unavailable.Reason reason) implements Outcome {}
    }

    /**
     * Prepares a script. Blocks until the first worker has started, which the script is not charged for, then until it is
     * its trust domain's turn, at most as long as the script has time.
     */
    public Outcome strip(ScriptRequest request) throws InterruptedException {
        if (!started) {
            RunClock.Pause starting = request.clock().pause();
            try {
                awaitStarted();
            } finally {
                starting.close();
            }
        }
        if (!places.enter(request.trustDomain(), request.timeLeft())) {
            return new Outcome.Unknown(Execution.Unavailable.Reason.BUSY);
        }
        try {
            Outcome outcome = answer(request);
            return crashed(outcome) ? afterCrash(answer(request)) : outcome;
        } finally {
            places.leave(request.trustDomain());
        }
    }

    private static boolean crashed(Outcome outcome) {
        return outcome instanceof Outcome.Unknown unknown && unknown.reason() == Execution.Unavailable.Reason.CRASHED;
    }

    /** A worker may die of something other than the script, but hardly twice. */
    private static Outcome afterCrash(Outcome outcome) {
        return crashed(outcome)
                ? new Outcome.Refused("The script cannot be parsed: write it in a simpler way.", null)
                : outcome;
    }

    private Outcome answer(ScriptRequest request) throws InterruptedException {
        Duration left = request.timeLeft();
        if (left.toMillis() < 1) {
            return new Outcome.Unknown(Execution.Unavailable.Reason.BUSY);
        }
        RunClock clock = RunClock.start(left.compareTo(MAX_RUN_TIME) < 0 ? left : MAX_RUN_TIME);
        return onV8 ? preparedHere(request, clock) : preparedByWorker(request, clock);
    }

    /** Has a worker prepare the whole script. */
    private Outcome preparedByWorker(ScriptRequest request, RunClock clock) throws InterruptedException {
        Execution execution = workers.execute(request(request.text(), services(request), clock));
        return execution instanceof Execution.Completed completed && completed.resultJson() != null
                ? outcome(completed.resultJson())
                : unanswered(execution);
    }

    /** Prepares the script in this process, and asks a worker for each parse. */
    private Outcome preparedHere(ScriptRequest request, RunClock clock) throws InterruptedException {
        Swc swc = new WorkerSwc(workers, clock);
        try {
            return outcome(new Preparation(swc, request.text(), services(request)).prepare());
        } catch (Swc.SwcFailedException e) {
            return new Outcome.Refused(NESTS_TOO_DEEPLY, null);
        } catch (WorkerSwc.NoAnswerException e) {
            if (e.execution() == null) {
                throw new InterruptedException("The script was interrupted while it was parsed.");
            }
            return unanswered(e.execution());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, INVALID_ANSWER, e);
            return new Outcome.Unknown(Execution.Unavailable.Reason.CRASHED);
        }
    }

    private static List<String> services(ScriptRequest request) {
        return List.copyOf(request.visible().services().keySet());
    }

    private static Outcome unanswered(Execution execution) {
        if (execution instanceof Execution.Stopped stopped) {
            return new Outcome.Refused(
                    stopped.limit() == LimitKind.MEMORY
                            ? "The script needs too much memory to be parsed: write a shorter one."
                            : "The script takes too long to be parsed: write a shorter one.",
                    null);
        }
        return new Outcome.Unknown(
                execution instanceof Execution.Unavailable unavailable
                        ? unavailable.reason()
                        : Execution.Unavailable.Reason.CRASHED);
    }

    private static Outcome outcome(String json) {
        try {
            if (Json.read(json) instanceof Map<?, ?> fields) {
                return outcome(fields);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, INVALID_ANSWER, e);
        }
        return new Outcome.Unknown(Execution.Unavailable.Reason.CRASHED);
    }

    private static Outcome outcome(Map<?, ?> fields) {
        if (fields.containsKey("failed")) {
            return new Outcome.Refused(NESTS_TOO_DEEPLY, null);
        }
        if (fields.get("refused") instanceof String message) {
            SourcePosition position =
                    fields.containsKey("line") ? place(fields.get("line"), fields.get("column")) : null;
            return new Outcome.Refused(message, position);
        }
        List<int[]> edits = list(fields.get("edits")).stream()
                .map(edit -> list(edit).stream().mapToInt(Stripper::number).toArray())
                .toList();
        List<?> start = list(fields.get("start"));
        return new Outcome.Body(
                text(fields.get("body")),
                new Positions(
                        edits,
                        place(start.get(0), start.get(1)),
                        sourceMap(fields.get("sourceMap")),
                        number(fields.get("prefix"))),
                Preparation.Form.valueOf(String.valueOf(fields.get("form"))),
                Boolean.TRUE.equals(fields.get("typed")));
    }

    private static Outcome outcome(Preparation.Outcome prepared) {
        if (prepared instanceof Preparation.Outcome.Refused refused) {
            return new Outcome.Refused(refused.message(), refused.position());
        }
        Preparation.Outcome.Body body = (Preparation.Outcome.Body) prepared;
        return new Outcome.Body(
                body.body(),
                new Positions(body.edits(), body.start(), sourceMap(body.sourceMap()), body.prefix()),
                body.form(),
                body.typed());
    }

    private static @Nullable SourceMap sourceMap(@Nullable Object json) {
        return json instanceof String text
                        && Json.read(text) instanceof Map<?, ?> map
                        && map.get("mappings") instanceof String mappings
                ? SourceMap.of(mappings)
                : null;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("A text is missing.");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("A list is missing.");
    }

    private static SourcePosition place(@Nullable Object line, @Nullable Object column) {
        return new SourcePosition(Math.max(1, number(line)), Math.max(1, number(column)));
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("A number is missing.");
    }

    /** Starts a worker in the background if starting one takes long. */
    public void anticipate() {
        if (!onV8 && !started && !anticipated.getAndSet(true)) {
            Thread starter = new Thread(this::startFirst, "codemode-strip-start");
            starter.setDaemon(true);
            starter.start();
        }
    }

    private void startFirst() {
        try {
            awaitStarted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks until the smallest script has been parsed once, or no worker could be started for it. */
    private void awaitStarted() throws InterruptedException {
        workers.execute(request(Swc.Mode.STRIP_ONLY.option() + "\n0", List.of(), RunClock.start(MAX_RUN_TIME)));
        started = true;
    }

    /** Returns the request for a worker, which makes no calls. */
    static SandboxRequest request(String text, List<String> services, RunClock clock) {
        return new SandboxRequest(
                new Script(text, services, LIMITS, Instant.EPOCH, 0),
                call -> CompletableFuture.completedFuture(
                        new HostReply.Rejected("unknown_operation", call.operation(), "", false)),
                "scripts",
                clock);
    }

    @Override
    public void close() {
        workers.close();
    }
}
