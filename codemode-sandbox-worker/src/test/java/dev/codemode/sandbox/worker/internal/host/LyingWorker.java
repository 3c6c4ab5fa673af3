package dev.codemode.sandbox.worker.internal.host;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.realm.TimerQueue;
import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.internal.wire.Frame;
import dev.codemode.sandbox.worker.internal.wire.FrameReader;
import dev.codemode.sandbox.worker.internal.wire.FrameWriter;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** A worker that an attacker has taken over: the script is the name of its lie. */
public final class LyingWorker {
    /** What comes before the limit that a worker says it stopped at. */
    static final String STOPS = "stops at ";

    private final FileOutputStream raw = new FileOutputStream(FileDescriptor.out);
    private final FrameWriter out = new FrameWriter(raw);
    private final FrameReader in = new FrameReader(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));

    private LyingWorker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new LyingWorker().serve();
    }

    public static JavaProgram program(String... jvmOptions) {
        return WorkerProgram.builder("a liar", LyingWorker.class)
                .jvmOptions(List.of(jvmOptions))
                .baseMemoryBytes(32L << 20)
                .memoryExitCodes(java.util.Set.of(3))
                .build();
    }

    private void serve() throws IOException, InterruptedException {
        if (Boolean.getBoolean("dies")) {
            System.err.println("No such engine.");
            System.exit(7);
        }
        out.write(new Frame.Ready());
        while (in.read(() -> Integer.MAX_VALUE) instanceof Frame.Run run) {
            play(run);
        }
        Runtime.getRuntime().halt(0);
    }

    private void play(Frame.Run run) throws IOException, InterruptedException {
        long id = run.id();
        if (run.body().startsWith(STOPS)) {
            LimitKind limit = LimitKind.valueOf(run.body().substring(STOPS.length()));
            out.write(new Frame.Ended(id, new Execution.Stopped(limit, null, ConsoleOutput.empty())));
            return;
        }
        switch (run.body()) {
            case "answers its process id" ->
                completed(id, Long.toString(ProcessHandle.current().pid()));
            case "answers its environment" ->
                completed(id, Integer.toString(System.getenv().size()));
            case "calls out of order" -> call(2, "[]");
            case "calls twice by one number" -> {
                call(1, "[]");
                call(1, "[]");
            }
            case "calls too often" -> {
                for (int i = 1; i <= run.limits().maxHostCalls() + 1; i++) {
                    call(i, "[]");
                }
            }
            case "calls with too much" -> call(1, "\"" + "x".repeat(run.limits().maxArgumentBytes()) + "\"");
            case "ends with a call in flight" -> {
                call(1, "[\"wait\"]");
                completed(id, "1");
            }
            case "fails with a call in flight" -> {
                call(1, "[]");
                failed(id, "Error", OptionalInt.empty());
            }
            case "is answered its own call" -> {
                call(1, "[]");
                Frame.Reply reply = (Frame.Reply) in.read(() -> Integer.MAX_VALUE);
                boolean own = ((HostReply.Fulfilled) reply.reply()).json().length() > 100;
                completed(id, own ? "1" : "0");
            }
            case "ends twice" -> {
                completed(id, "1");
                completed(id, "2");
            }
            case "ends another run" -> completed(id + 1, "1");
            case "returns what is not JSON" -> completed(id, "{\"a\":}");
            case "returns what is nested too deeply" -> completed(id, "[".repeat(1_000) + "]".repeat(1_000));
            case "returns too much" ->
                completed(id, "\"" + "x".repeat(run.limits().maxResultBytes()) + "\"");
            case "blames a call that was not" -> failed(id, "Error", OptionalInt.of(1));
            case "fails at length" -> failed(id, "x".repeat(100_000), OptionalInt.empty());
            case "names calls that were not" ->
                out.write(new Frame.Ended(id, new Execution.Completed("1", ConsoleOutput.empty(), List.of(1))));
            case "is ready again" -> out.write(new Frame.Ready());
            case "answers a call itself" -> out.write(new Frame.Reply(1, 0, new HostReply.Fulfilled("1")));
            case "fires a timer itself" -> out.write(new Frame.Fired(1, 0));
            case "stops itself" -> out.write(new Frame.Stop(id, LimitKind.RUN_TIME));
            case "starts too many timers" -> {
                for (int i = 0; i <= TimerQueue.MAX_WAITING; i++) {
                    out.write(new Frame.Timer(i, 60_000));
                }
                new CountDownLatch(1).await();
            }
            case "starts a timer for yesterday" -> out.write(new Frame.Timer(1, -1));
            case "starts a timer for the next century" -> out.write(new Frame.Timer(1, 1L << 50));
            case "starts timers and reads nothing" -> {
                for (int i = 1; ; i++) {
                    out.write(new Frame.Timer(i % 1_000, i % 2));
                    out.write(new Frame.Clear(i % 7));
                }
            }
            case "announces a huge frame" -> raw.write(new byte[] {0x7f, -1, -1, -1, FrameWriter.CALL});
            case "announces a negative frame" -> raw.write(new byte[] {-1, -1, -1, -1, FrameWriter.CALL});
            case "sends half a frame" -> raw.write(new byte[] {0, 0, 0, 9, FrameWriter.CALL, 0, 0});
            case "sends half a frame and ends" -> {
                raw.write(new byte[] {0, 0, 0, 9, FrameWriter.CALL, 0, 0});
                Runtime.getRuntime().halt(0);
            }
            case "sends noise" ->
                raw.write("Picked up JAVA_TOOL_OPTIONS\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case "floods the console" -> {
                while (true) {
                    out.write(new Frame.Line(ConsoleOutput.Level.LOG, "x".repeat(1_000)));
                }
            }
            case "closes its pipe and stays" -> {
                raw.close();
                new CountDownLatch(1).await();
            }
            case "reads nothing" -> {
                for (int i = 1; i <= 100; i++) {
                    call(i, "[]");
                }
                new CountDownLatch(1).await();
            }
            case "calls, and does nothing" -> {
                call(1, "[]");
                new CountDownLatch(1).await();
            }
            case "starts threads" -> {
                for (int i = 0; i < 200; i++) {
                    new Thread(() -> LockSupport.park()).start();
                }
                new CountDownLatch(1).await();
            }
            case "dies" -> Runtime.getRuntime().halt(9);
            case "dies of memory" -> Runtime.getRuntime().halt(3);
            default -> new CountDownLatch(1).await();
        }
    }

    private void call(int id, String argumentsJson) throws IOException {
        out.write(new Frame.Call(id, "books.find", argumentsJson));
    }

    private void completed(long runId, String json) throws IOException {
        out.write(new Frame.Ended(runId, new Execution.Completed(json, ConsoleOutput.empty())));
    }

    private void failed(long runId, String name, OptionalInt call) throws IOException {
        ScriptFailure failure = new ScriptFailure(ScriptFailure.Kind.THROWN, name, "it failed", null, call);
        out.write(new Frame.Ended(runId, new Execution.Failed(failure, ConsoleOutput.empty())));
    }
}
