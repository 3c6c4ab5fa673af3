package dev.codemode.sandbox.worker.internal.guest;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.realm.ConsoleBuffer;
import dev.codemode.sandbox.realm.Delivery;
import dev.codemode.sandbox.realm.OperationIndexes;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.realm.RealmFactory;
import dev.codemode.sandbox.realm.ScriptRun;
import dev.codemode.sandbox.worker.internal.wire.Frame;
import dev.codemode.sandbox.worker.internal.wire.FrameWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one script after another on a dedicated thread, each in a realm that is made while there is nothing else to do.
 */
public final class WorkerScripts {
    private static final System.Logger LOG = System.getLogger(WorkerScripts.class.getName());
    private static final int FAILED = 1;

    /** Room for an engine's own limit on frames; only the used part is committed. */
    private static final long STACK_BYTES = 64L << 20;

    /** The first warm-up takes as long as ten others, so a worker is ready after it; they follow while no script waits. */
    private static final int FIRST_WARM_UPS = 1;

    private static final int WARM_UPS = 8;
    private static final String WARM_UP = "const a = await Promise.all([1, 2].map((n) => warm.up({ n })));"
            + " console.log(a, Math.random()); try { await warm.down(); } catch (e) { e.message; }"
            + " await new Promise((done) => setTimeout(done, 0));"
            + " return a.map((x) => ({ x, at: new Date(), text: JSON.stringify(x) }));";

    private final Supplier<RealmFactory> engine;
    private final FrameWriter out;
    private final BlockingQueue<Run> runs = new LinkedBlockingQueue<>();
    private final OperationIndexes indexes = new OperationIndexes();
    private volatile @Nullable Run latest;
    private List<String> operations = List.of();

    public WorkerScripts(Supplier<RealmFactory> engine, FrameWriter out) {
        this.engine = engine;
        this.out = out;
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
        Thread thread = thread(() -> warmUp(engine.get(), WARM_UPS));
        thread.start();
        thread.join();
    }

    private static Thread thread(Runnable task) {
        return new Thread(null, task, "codemode-script", STACK_BYTES);
    }

    /** Takes a frame from the host. Called on one thread. */
    public void accept(Frame frame) {
        Run run = latest;
        if (frame instanceof Frame.Run started) {
            latest = new Run(started, new WireHost(out));
            runs.add(latest);
        } else if (run != null) {
            if (frame instanceof Frame.Reply reply) {
                run.host.deliver(new Delivery.Reply(reply.callId(), reply.reply(), reply.clockMillis()));
            } else if (frame instanceof Frame.Fired fired) {
                run.host.deliver(new Delivery.Timer(fired.timerId(), fired.clockMillis()));
            } else if (frame instanceof Frame.Stop stop && stop.runId() == run.frame.id()) {
                run.stop(stop.limit());
            }
        }
    }

    private void serve() {
        try {
            RealmFactory realms = engine.get();
            warmUp(realms, FIRST_WARM_UPS);
            out.write(new Frame.Ready());
            warmUp(realms, WARM_UPS - FIRST_WARM_UPS);
            Limits limits = Limits.defaults();
            Realm next = realms.create(limits);
            while (true) {
                Run run = runs.take();
                if (!run.frame.limits().equals(limits)) {
                    limits = run.frame.limits();
                    next.close();
                    next = realms.create(limits);
                }
                out.write(new Frame.Ended(run.frame.id(), execute(run, next)));
                next = realms.create(limits);
            }
        } catch (IOException | InterruptedException e) {
            // The host is gone, and the thread that reads from it ends the process.
        }
    }

    private Execution execute(Run run, Realm realm) {
        Frame.Run frame = run.frame;
        List<String> names = frame.operations();
        operations = names == null ? operations : names;
        Script script = new Script(frame.body(), operations, frame.limits(), frame.startedAt(), frame.seed());
        ConsoleBuffer console = new ConsoleBuffer(
                frame.limits().maxConsoleBytes(), line -> run.host.send(new Frame.Line(line.level(), line.text())));
        return run.execute(new ScriptRun(realm, script, indexes, console, run.host));
    }

    /** Runs a small script that uses most of the realm; ends early if a script waits. */
    private void warmUp(RealmFactory realms, int times) {
        HostBridge host = call -> CompletableFuture.completedFuture(
                call.operation().equals("warm.up")
                        ? new HostReply.Fulfilled("{\"title\": \"a\"}")
                        : new HostReply.Rejected("unknown_operation", call.operation(), "There is none.", false));
        Script script = new Script(WARM_UP, List.of("warm.up"), Limits.defaults(), Instant.EPOCH, 0);
        SandboxRequest request = new SandboxRequest(script, host, "");
        for (int i = 0; i < times && runs.isEmpty(); i++) {
            ConsoleBuffer console = new ConsoleBuffer(script.limits().maxConsoleBytes());
            new ScriptRun(realms.create(script.limits()), request, indexes, console).run(() -> {});
        }
    }

    /** One run, from the frame that starts it. Thread-safe. */
    private static final class Run {
        private final Frame.Run frame;
        private final WireHost host;
        private @Nullable ScriptRun script;
        private @Nullable LimitKind stopped;

        Run(Frame.Run frame, WireHost host) {
            this.frame = frame;
            this.host = host;
        }

        Execution execute(ScriptRun run) {
            synchronized (this) {
                script = run;
                if (stopped != null) {
                    run.stop(stopped);
                }
            }
            return run.run(() -> {});
        }

        synchronized void stop(LimitKind limit) {
            stopped = limit;
            if (script != null) {
                script.stop(limit);
            }
        }
    }
}
