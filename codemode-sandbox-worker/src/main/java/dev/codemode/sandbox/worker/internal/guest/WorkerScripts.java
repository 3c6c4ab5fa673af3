package dev.codemode.sandbox.worker.internal.guest;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.realm.ConsoleBuffer;
import dev.codemode.sandbox.realm.OperationIndexes;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.realm.RealmFactory;
import dev.codemode.sandbox.realm.ScriptRun;
import dev.codemode.sandbox.worker.internal.wire.Frame;
import dev.codemode.sandbox.worker.internal.wire.FrameWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

/**
 * Runs one script after another on a dedicated thread, each in a realm that is made while there is nothing else to do.
 */
public final class WorkerScripts {
    private static final System.Logger LOG = System.getLogger(WorkerScripts.class.getName());
    private static final int FAILED = 1;

    /** Room for an engine's own limit on frames; only the used part is committed. */
    private static final long STACK_BYTES = 64L << 20;

    private static final int WARM_UPS = 8;
    private static final String WARM_UP = "const a = await Promise.all([1, 2].map((n) => warm.up({ n })));"
            + " console.log(a, Math.random()); try { await warm.down(); } catch (e) { e.message; }"
            + " await new Promise((done) => setTimeout(done, 0));"
            + " return a.map((x) => ({ x, at: new Date(), text: JSON.stringify(x) }));";

    private final Supplier<RealmFactory> engine;
    private final FrameWriter out;
    private final BlockingQueue<Frame.Run> runs = new LinkedBlockingQueue<>();
    private final Map<Integer, CompletableFuture<HostReply>> calls = new ConcurrentHashMap<>();
    private final OperationIndexes indexes = new OperationIndexes();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private List<String> operations = List.of();

    public WorkerScripts(Supplier<RealmFactory> engine, FrameWriter out) {
        this.engine = engine;
        this.out = out;
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Starts serving. The process ends if the engine fails. */
    public void start() {
        thread(() -> {
                    try {
                        serve();
                    } catch (RuntimeException | Error e) {
                        LOG.log(System.Logger.Level.ERROR, "The engine failed.", e);
                        Runtime.getRuntime().halt(FAILED);
                    }
                })
                .start();
    }

    /** Warms up and returns. */
    public void train() throws InterruptedException {
        Thread thread = thread(() -> warmUp(engine.get()));
        thread.start();
        thread.join();
        timer.shutdown();
    }

    private static Thread thread(Runnable task) {
        return new Thread(null, task, "codemode-script", STACK_BYTES);
    }

    public void run(Frame.Run run) {
        runs.add(run);
    }

    public void settle(Frame.Reply reply) {
        CompletableFuture<HostReply> call = calls.remove(reply.callId());
        if (call != null) {
            call.complete(reply.reply());
        }
    }

    private void serve() {
        try {
            RealmFactory realms = engine.get();
            warmUp(realms);
            out.write(new Frame.Ready());
            Limits limits = Limits.defaults();
            Realm next = realms.create(limits);
            while (true) {
                Frame.Run run = runs.take();
                if (!run.limits().equals(limits)) {
                    limits = run.limits();
                    next.close();
                    next = realms.create(limits);
                }
                out.write(new Frame.Ended(run.id(), execute(run, next)));
                next = realms.create(limits);
            }
        } catch (IOException | InterruptedException e) {
            // The host is gone, and the thread that reads from it ends the process.
        }
    }

    private Execution execute(Frame.Run run, Realm realm) {
        List<String> names = run.operations();
        operations = names == null ? operations : names;
        calls.clear();
        SandboxRequest request =
                new SandboxRequest(run.body(), operations, run.limits(), this::call, "", run.startedAt(), run.seed());
        ConsoleBuffer console = new ConsoleBuffer(
                run.limits().maxConsoleBytes(), line -> send(new Frame.Line(line.level(), line.text())));
        ScriptRun script = new ScriptRun(realm, request, indexes, console);
        try (WorkerWatch watch = new WorkerWatch(timer, script, run.limits())) {
            return script.run(watch::start);
        }
    }

    private CompletionStage<HostReply> call(HostCall call) {
        CompletableFuture<HostReply> reply = new CompletableFuture<>();
        calls.put(call.id(), reply);
        send(new Frame.Call(call.id(), call.operation(), call.argumentsJson()));
        return reply;
    }

    private void send(Frame frame) {
        try {
            out.write(frame);
        } catch (IOException e) {
            // The host is gone, and the thread that reads from it ends the process.
        }
    }

    private void warmUp(RealmFactory realms) {
        HostBridge host = call -> CompletableFuture.completedFuture(
                call.operation().equals("warm.up")
                        ? new HostReply.Fulfilled("{\"title\": \"a\"}")
                        : new HostReply.Rejected("unknown_operation", call.operation(), "There is none.", false));
        SandboxRequest request =
                new SandboxRequest(WARM_UP, List.of("warm.up"), Limits.defaults(), host, "", Instant.EPOCH, 0);
        for (int i = 0; i < WARM_UPS; i++) {
            ConsoleBuffer console = new ConsoleBuffer(request.limits().maxConsoleBytes());
            new ScriptRun(realms.create(request.limits()), request, indexes, console).run(() -> {});
        }
    }
}
