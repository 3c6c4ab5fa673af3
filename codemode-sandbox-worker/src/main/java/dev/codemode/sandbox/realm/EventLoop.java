package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.ScriptFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one script in a realm: hands its calls and timers to the host, and takes the host's deliveries one by one. Confined
 * to the script's thread.
 */
final class EventLoop implements RealmHost {
    private static final String NEVER_SETTLES =
            "The script awaits a promise that nothing can settle: no call and no timer is pending.";

    private final Realm realm;
    private final Script script;
    private final OperationIndex operations;
    private final ConsoleBuffer console;
    private final ScriptHost host;
    private final Consumer<LimitKind> stop;
    private final Set<Integer> timers = new HashSet<>();
    private int outstandingCalls;
    private @Nullable Execution outcome;

    EventLoop(
            Realm realm,
            Script script,
            OperationIndex operations,
            ConsoleBuffer console,
            ScriptHost host,
            Consumer<LimitKind> stop) {
        this.realm = realm;
        this.script = script;
        this.operations = operations;
        this.console = console;
        this.host = host;
        this.stop = stop;
    }

    /** Runs the script to its end; returns null if the host was woken before that. */
    @Nullable Execution run() throws InterruptedException, ScriptEndException {
        host.started();
        realm.run(new ScriptText(script.body()));
        while (outcome == null) {
            if (outstandingCalls == 0 && timers.isEmpty()) {
                return new Execution.Failed(
                        ScriptFailure.of(ScriptFailure.Kind.NEVER_SETTLES, "", NEVER_SETTLES, null), console.output());
            }
            Delivery delivery = host.next();
            if (delivery == null) {
                return null;
            }
            take(delivery);
        }
        while (outstandingCalls > 0) {
            Delivery delivery = host.next();
            if (delivery == null) {
                return null;
            }
            outstandingCalls -= delivery instanceof Delivery.Reply ? 1 : 0;
        }
        return outcome;
    }

    private void take(Delivery delivery) throws ScriptEndException {
        if (delivery instanceof Delivery.Reply reply) {
            outstandingCalls--;
            realm.settle((double) reply.clockMillis(), reply.callId(), reply.reply());
        } else if (delivery instanceof Delivery.Timer timer && timers.remove(timer.timerId())) {
            realm.fire((double) timer.clockMillis(), timer.timerId());
        }
    }

    @Override
    public boolean call(int id, String operation, String argumentsJson) {
        if (Utf8.exceeds(argumentsJson, script.limits().maxArgumentBytes())) {
            return false;
        }
        if (id > script.limits().maxHostCalls()) {
            stop.accept(LimitKind.HOST_CALLS);
            return false;
        }
        outstandingCalls++;
        host.call(new HostCall(id, operation, argumentsJson));
        return true;
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
        timers.add(id);
        host.startTimer(id, (long) delayMillis);
    }

    @Override
    public void clearTimer(int id) {
        timers.remove(id);
        host.clearTimer(id);
    }

    @Override
    public void completed(@Nullable String resultJson, List<Integer> callsNotAwaited) {
        if (resultJson != null && Utf8.exceeds(resultJson, script.limits().maxResultBytes())) {
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
}
