package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The host's half of a script that runs in the host's own process. */
final class LocalHost implements ScriptHost {
    private final HostBridge bridge;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final TimerQueue timers = new TimerQueue();
    private final ScriptClock clock;

    LocalHost(HostBridge bridge, Instant startedAt) {
        this.bridge = bridge;
        this.clock = new ScriptClock(startedAt);
    }

    @Override
    public void started() {
        clock.restart();
    }

    @Override
    public void call(HostCall call) {
        try {
            bridge.call(call)
                    .whenComplete((reply, error) -> events.add(
                            new Event(call.id(), reply == null || error != null ? HostReply.lost(call) : reply)));
        } catch (RuntimeException e) {
            events.add(new Event(call.id(), HostReply.lost(call)));
        }
    }

    @Override
    public void startTimer(int id, long delayMillis) {
        timers.start(id, delayMillis);
    }

    @Override
    public void clearTimer(int id) {
        timers.clear(id);
    }

    @Override
    public @Nullable Delivery next() throws InterruptedException {
        while (true) {
            Long nanos = timers.nanosToNext();
            Event event = nanos == null ? events.take() : events.poll(nanos, TimeUnit.NANOSECONDS);
            if (event != null) {
                HostReply reply = event.reply();
                return reply == null ? null : new Delivery.Reply(event.callId(), reply, clock.millis());
            }
            Integer due = timers.pollDue();
            if (due != null) {
                return new Delivery.Timer(due, clock.millis());
            }
        }
    }

    @Override
    public void wake() {
        events.add(Event.WAKE);
    }

    /** A reply, or a request to end. */
    private record Event(int callId, @Nullable HostReply reply) {
        private static final Event WAKE = new Event(0, null);
    }
}
