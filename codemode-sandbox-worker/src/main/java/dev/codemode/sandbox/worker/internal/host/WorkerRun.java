package dev.codemode.sandbox.worker.internal.host;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.realm.ConsoleBuffer;
import dev.codemode.sandbox.realm.ScriptClock;
import dev.codemode.sandbox.realm.TimerQueue;
import dev.codemode.sandbox.worker.internal.wire.BadFrameException;
import dev.codemode.sandbox.worker.internal.wire.Frame;
import dev.codemode.sandbox.worker.internal.wire.FrameWriter;
import dev.codemode.sandbox.worker.internal.wire.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The host's half of one execution: the thread that reads from the worker hands in frames; replies are written by the
 * thread that has one, or by the caller's thread, which waits for the end and for timers. What is written is the one
 * order in which the script sees replies and timers, each with the time on its clock.
 *
 * <p>Invariant: a worker gains nothing by lying. Calls are numbered without gaps and stay within their limits, a run
 * ends once, when its calls have been answered, and every size is checked again. Held by {@code LyingWorkerTest}.
 */
final class WorkerRun {
    private static final SecureRandom IDS = new SecureRandom();
    private static final int MAX_NAME_CHARS = 4_096;
    private static final int MAX_MESSAGE_CHARS = 16_384;
    private static final int MAX_JSON_DEPTH = 300;
    private static final long MAX_UNWRITTEN_CHARS = 4L << 20;
    private static final int MAX_WRITTEN_AT_ONCE = 8_192;

    private final long id = IDS.nextLong();
    private final SandboxRequest request;
    private final FrameWriter out;
    private final ReentrantLock writing = new ReentrantLock();
    private final ConsoleBuffer console;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final TimerQueue timers = new TimerQueue();
    private final ScriptClock clock;
    private final AtomicReference<@Nullable LimitKind> stoppedBy = new AtomicReference<>();
    private int calls;
    private int outstanding;
    private long unwrittenChars;
    private @Nullable LimitKind askedToStop;
    private boolean newTimer;
    private boolean killed;
    private boolean over;

    WorkerRun(SandboxRequest request, FrameWriter out) {
        this.request = request;
        this.out = out;
        this.console = new ConsoleBuffer(request.limits().maxConsoleBytes());
        this.clock = new ScriptClock(request.script().startedAt());
    }

    /** Returns the frame that starts the run. */
    Frame.Run frame(boolean withOperations) {
        Script script = request.script();
        return new Frame.Run(
                id,
                script.body(),
                withOperations ? script.operations() : null,
                script.limits(),
                script.startedAt(),
                script.seed());
    }

    /** Returns the maximum length of a frame that the worker may send for this. */
    int maxFrameBytes() {
        Limits limits = request.limits();
        int largest = Math.max(limits.maxConsoleBytes(), Math.max(limits.maxArgumentBytes(), limits.maxResultBytes()));
        return (int) Math.min(Integer.MAX_VALUE - 8, largest + 8L * MAX_MESSAGE_CHARS);
    }

    /** Takes a frame from the worker. Blocks while the maximum number of calls is in flight. */
    void accept(Frame frame) throws BadFrameException, InterruptedException {
        if (frame instanceof Frame.Call call) {
            start(call);
        } else if (frame instanceof Frame.Timer timer) {
            start(timer);
        } else if (frame instanceof Frame.Clear clear) {
            clear(clear.timerId());
        } else if (frame instanceof Frame.Line line) {
            console.add(line.level(), line.text());
        } else if (frame instanceof Frame.Ended ended) {
            if (ended.runId() != id) {
                throw new BadFrameException("A run ended that is not running.");
            }
            end(checked(ended.execution()));
        } else {
            throw new BadFrameException("A worker sent what only a host sends.");
        }
    }

    private void start(Frame.Call call) throws BadFrameException, InterruptedException {
        Limits limits = request.limits();
        if (call.id() != calls + 1 || call.id() > limits.maxHostCalls()) {
            throw new BadFrameException("A call has the number " + call.id() + " after " + calls + ".");
        }
        if (call.operation().length() > MAX_NAME_CHARS || exceeds(call.argumentsJson(), limits.maxArgumentBytes())) {
            throw new BadFrameException("A call is too large.");
        }
        synchronized (this) {
            while (isHeldBack() && !over && !killed) {
                wait();
            }
            calls++;
            if (over || killed) {
                return;
            }
            outstanding++;
        }
        forward(new HostCall(call.id(), call.operation(), call.argumentsJson()));
    }

    private synchronized void start(Frame.Timer timer) throws BadFrameException {
        if (timer.delayMillis() < 0 || timer.delayMillis() > Integer.MAX_VALUE) {
            throw new BadFrameException("A timer waits for " + timer.delayMillis() + " ms.");
        }
        boolean next = timers.start(timer.id(), timer.delayMillis());
        if (timers.size() > TimerQueue.MAX_WAITING) {
            throw new BadFrameException("More than " + TimerQueue.MAX_WAITING + " timers wait.");
        }
        if (next && !newTimer) {
            newTimer = true;
            events.add(Event.TIMER);
        }
    }

    private synchronized void clear(int timerId) {
        timers.clear(timerId);
    }

    /** A worker that does not read its replies gets no further ones, which would pile up here. */
    private synchronized boolean isHeldBack() {
        return outstanding >= request.limits().maxConcurrentHostCalls() || unwrittenChars > MAX_UNWRITTEN_CHARS;
    }

    private void forward(HostCall call) {
        try {
            request.host()
                    .call(call)
                    .whenComplete((reply, error) ->
                            settle(call, reply == null || error != null ? HostReply.lost(call) : reply));
        } catch (RuntimeException e) {
            settle(call, HostReply.lost(call));
        }
    }

    /**
     * The reply counts as given before it is written, ahead of anything that the worker does because of it. The thread
     * that has a short reply writes it, which saves a thread switch; a worker that does not read holds at most one such
     * thread, until it is killed.
     */
    private void settle(HostCall call, HostReply reply) {
        synchronized (this) {
            outstanding--;
            unwrittenChars += length(reply);
            notifyAll();
        }
        Answer answer = new Answer(call.id(), reply);
        if (length(reply) <= MAX_WRITTEN_AT_ONCE && writing.tryLock()) {
            write(answer);
        } else {
            events.add(answer);
        }
    }

    private static int length(HostReply reply) {
        return reply instanceof HostReply.Fulfilled fulfilled ? fulfilled.json().length() : 0;
    }

    private synchronized void written(HostReply reply) {
        unwrittenChars -= length(reply);
        notifyAll();
    }

    private Execution checked(Execution execution) throws BadFrameException {
        synchronized (this) {
            if (over || (outstanding > 0 && execution instanceof Execution.Completed)) {
                throw new BadFrameException("A run ended twice, or was completed with calls in flight.");
            }
        }
        console.drop(execution.console().droppedMessages());
        ConsoleOutput output = console.output();
        if (execution instanceof Execution.Completed completed) {
            String json = completed.resultJson();
            if (json != null
                    && (exceeds(json, request.limits().maxResultBytes()) || !JsonText.isValid(json, MAX_JSON_DEPTH))) {
                throw new BadFrameException("A result is too large, or not JSON.");
            }
            return new Execution.Completed(json, output, checked(completed.callsNotAwaited()));
        }
        if (execution instanceof Execution.Failed failed) {
            return new Execution.Failed(checked(failed.failure()), output, checked(failed.callsNotAwaited()));
        }
        if (execution instanceof Execution.Stopped stopped) {
            return new Execution.Stopped(stopped.limit(), stopped.position(), output);
        }
        return new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, output);
    }

    private List<Integer> checked(List<Integer> ids) throws BadFrameException {
        if (ids.size() > Execution.MAX_CALLS_NOT_AWAITED) {
            throw new BadFrameException("A run names " + ids.size() + " calls that were not awaited.");
        }
        for (int id : ids) {
            requireCall(id);
        }
        return ids;
    }

    private ScriptFailure checked(ScriptFailure failure) throws BadFrameException {
        if (failure.name().length() > MAX_NAME_CHARS || failure.message().length() > MAX_MESSAGE_CHARS) {
            throw new BadFrameException("A failure is too long.");
        }
        if (failure.hostCallId().isPresent()) {
            requireCall(failure.hostCallId().getAsInt());
        }
        return failure;
    }

    private void requireCall(int id) throws BadFrameException {
        if (id < 1 || id > calls) {
            throw new BadFrameException("There was no call " + id + ".");
        }
    }

    private static boolean exceeds(String text, int maxBytes) {
        return text.length() > maxBytes
                || (text.length() > maxBytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > maxBytes);
    }

    /** Asks the worker to stop the script, unless it is being killed. Does not wait. */
    synchronized void askToStop(LimitKind limit) {
        if (!killed) {
            askedToStop = limit;
            events.add(new Stop(limit));
        }
    }

    synchronized boolean isAskedToStop() {
        return askedToStop != null;
    }

    /** Records the limit for which the worker is being killed, if any; the first reason counts. */
    void stop(@Nullable LimitKind limit) {
        stoppedBy.compareAndSet(null, limit);
    }

    /** Starts no more calls: the worker is being killed. A frame waiting for a place would hide its end. */
    synchronized void drop() {
        killed = true;
        notifyAll();
    }

    /** Ends the run because the worker is gone. */
    synchronized void lost(boolean outOfMemory) {
        LimitKind limit = stoppedBy.get();
        if (limit == null) {
            limit = outOfMemory ? LimitKind.MEMORY : askedToStop;
        }
        end(
                limit == null
                        ? new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, console.output())
                        : new Execution.Stopped(limit, null, console.output()));
    }

    private synchronized void end(Execution execution) {
        if (!over) {
            over = true;
            notifyAll();
            events.add(new End(execution));
        }
    }

    /** Takes and writes no more frames: for the worker's next script, the same numbers mean other calls. */
    void abandon() {
        writing.lock();
        try {
            synchronized (this) {
                over = true;
                notifyAll();
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes what is left to this thread until the run ends: due timers, the request to stop, and replies that no other
     * thread has written. Blocks.
     */
    Execution await() throws InterruptedException {
        while (true) {
            Long nanos = nanosToNextTimer();
            Event event = nanos == null ? events.take() : events.poll(nanos, TimeUnit.NANOSECONDS);
            if (event instanceof End end) {
                return end.execution;
            }
            writing.lock();
            if (event instanceof Answer answer) {
                write(answer);
            } else if (event instanceof Stop stop) {
                write(new Frame.Stop(id, stop.limit));
            } else {
                writeDueTimer();
            }
        }
    }

    private synchronized @Nullable Long nanosToNextTimer() {
        newTimer = false;
        return timers.nanosToNext();
    }

    private synchronized @Nullable Integer pollDueTimer() {
        return timers.pollDue();
    }

    /** Releases {@link #writing}. */
    private void write(Answer answer) {
        write(new Frame.Reply(answer.callId, clock.millis(), answer.reply));
        written(answer.reply);
    }

    /** Releases {@link #writing}. */
    private void writeDueTimer() {
        Integer due = pollDueTimer();
        if (due == null) {
            writing.unlock();
        } else {
            write(new Frame.Fired(due, clock.millis()));
        }
    }

    /** Releases {@link #writing}. */
    private void write(Frame frame) {
        try {
            if (!isOver()) {
                out.write(frame);
            }
        } catch (IOException e) {
            // The worker is gone; the thread that reads from it ends the run.
        } finally {
            writing.unlock();
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** What the thread that waits for the end has to do. */
    private sealed interface Event {
        /** Looks at the timers: one of them is due earlier than those before. */
        Event TIMER = new NewTimer();
    }

    private record NewTimer() implements Event {}

    private record Answer(int callId, HostReply reply) implements Event {}

    private record Stop(LimitKind limit) implements Event {}

    private record End(Execution execution) implements Event {}
}
