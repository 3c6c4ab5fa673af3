package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.ScriptFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one script in a realm: starts its calls, settles their promises in the order in which the replies arrive, fires
 * its timers. Confined to the script's thread, except for {@link #wake}.
 */
final class EventLoop implements RealmHost {
    private static final String NEVER_SETTLES =
            "The script awaits a promise that nothing can settle: no call and no timer is pending.";

    private final Realm realm;
    private final SandboxRequest request;
    private final OperationIndex operations;
    private final ConsoleBuffer console;
    private final Consumer<LimitKind> stop;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Map<Integer, Timer> timersById = new HashMap<>();
    private final ScriptClock clock;
    private int outstandingCalls;
    private @Nullable Execution outcome;

    EventLoop(
            Realm realm,
            SandboxRequest request,
            OperationIndex operations,
            ConsoleBuffer console,
            Consumer<LimitKind> stop) {
        this.realm = realm;
        this.request = request;
        this.operations = operations;
        this.console = console;
        this.stop = stop;
        this.clock = new ScriptClock(request.startedAt());
    }

    /** Ends a wait, so that the script's thread sees that it has been stopped. */
    void wake() {
        events.add(Event.WAKE);
    }

    /** Runs the script to its end; returns null if it was woken before that. */
    @Nullable Execution run() throws InterruptedException, ScriptEndException {
        clock.start();
        realm.run(new ScriptText(request.body()));
        while (outcome == null) {
            if (outstandingCalls == 0 && timers.isEmpty() && events.isEmpty()) {
                return new Execution.Failed(
                        ScriptFailure.of(ScriptFailure.Kind.NEVER_SETTLES, "", NEVER_SETTLES, null), console.output());
            }
            if (!turn()) {
                return null;
            }
        }
        while (outstandingCalls > 0) {
            if (events.take().reply() == null) {
                return null;
            }
            outstandingCalls--;
        }
        return outcome;
    }

    private boolean turn() throws InterruptedException, ScriptEndException {
        Event event = next();
        if (event == null) {
            fireDueTimer();
            return true;
        }
        HostReply reply = event.reply();
        if (reply == null) {
            return false;
        }
        outstandingCalls--;
        realm.settle(clock.millis(), event.callId(), reply);
        return true;
    }

    private void fireDueTimer() throws ScriptEndException {
        Timer timer = timers.peek();
        if (timer != null && timer.due() - System.nanoTime() <= 0) {
            timers.remove();
            timersById.remove(timer.id());
            realm.fire(clock.millis(), timer.id());
        }
    }

    private @Nullable Event next() throws InterruptedException {
        Timer timer = timers.peek();
        if (timer == null) {
            return events.take();
        }
        return events.poll(timer.due() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean call(int id, String operation, String argumentsJson) {
        if (Utf8.exceeds(argumentsJson, request.limits().maxArgumentBytes())) {
            return false;
        }
        if (id > request.limits().maxHostCalls()) {
            stop.accept(LimitKind.HOST_CALLS);
            return false;
        }
        outstandingCalls++;
        try {
            request.host()
                    .call(new HostCall(id, operation, argumentsJson))
                    .whenComplete((reply, error) ->
                            events.add(new Event(id, reply == null || error != null ? lost(operation) : reply)));
        } catch (RuntimeException e) {
            events.add(new Event(id, lost(operation)));
        }
        return true;
    }

    private static HostReply lost(String operation) {
        return new HostReply.Rejected("internal_error", operation, operation + ": the call failed.", false);
    }

    @Override
    public int kind(String name) {
        return operations.kind(name);
    }

    @Override
    public String members(String path) {
        return operations.membersOf(path);
    }

    @Override
    public void log(ConsoleOutput.Level level, String text) {
        console.add(level, text);
    }

    @Override
    public void startTimer(int id, double delayMillis) {
        Timer timer = new Timer(id, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) delayMillis));
        timers.add(timer);
        timersById.put(id, timer);
    }

    @Override
    public void clearTimer(int id) {
        Timer timer = timersById.remove(id);
        if (timer != null) {
            timers.remove(timer);
        }
    }

    @Override
    public void completed(@Nullable String resultJson, List<Integer> callsNotAwaited) {
        if (resultJson != null && Utf8.exceeds(resultJson, request.limits().maxResultBytes())) {
            stop.accept(LimitKind.RESULT);
        } else {
            outcome = new Execution.Completed(resultJson, console.output(), callsNotAwaited);
        }
    }

    @Override
    public void failed(ScriptFailure failure, List<Integer> callsNotAwaited) {
        outcome = new Execution.Failed(failure, console.output(), callsNotAwaited);
    }

    @Override
    public void exceeded(LimitKind limit) {
        stop.accept(limit);
    }

    /** A reply, or a request to end. */
    private record Event(int callId, @Nullable HostReply reply) {
        private static final Event WAKE = new Event(0, null);
    }

    private record Timer(int id, long due) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            long difference = due - other.due;
            return difference == 0 ? Integer.compare(id, other.id) : Long.signum(difference);
        }
    }
}
