package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** A realm on GraalJS. Only numbers, booleans and text cross, through one function that the script cannot reach. */
final class GraalRealm implements Realm {
    private static final Source SHIM =
            Source.newBuilder("js", Shim.text(), "<realm>").internal(true).buildLiteral();

    private final Context context;
    private ScriptText script = new ScriptText("");
    private @Nullable Value settle;
    private @Nullable Value fire;
    private @Nullable Value run;

    GraalRealm(Engine engine, SandboxRequest request) {
        context = GraalContexts.create(engine, request.limits());
    }

    @Override
    public void open(SandboxRequest request, String services, RealmHost host) {
        script = new ScriptText(request.body());
        ProxyExecutable function = arguments -> receive(host, arguments);
        Value shim = context.eval(SHIM).execute(function);
        settle = shim.getMember("settle");
        fire = shim.getMember("fire");
        run = shim.getMember("run");
        shim.getMember("open")
                .executeVoid(
                        services,
                        (double) request.startedAt().toEpochMilli(),
                        (int) (request.seed() >>> 32),
                        (int) request.seed(),
                        ScriptText.NAME,
                        request.limits().maxArgumentBytes(),
                        request.limits().maxResultBytes());
    }

    @Override
    public void run(String body) throws SyntaxFailureException {
        Value function = GraalParser.parse(context, script).execute();
        require(run).executeVoid(function);
    }

    @Override
    public void settle(double clockMillis, int callId, HostReply reply) {
        if (reply instanceof HostReply.Fulfilled fulfilled) {
            require(settle).executeVoid(clockMillis, callId, true, fulfilled.json());
        } else if (reply instanceof HostReply.Rejected rejected) {
            require(settle)
                    .executeVoid(
                            clockMillis,
                            callId,
                            false,
                            rejected.message(),
                            rejected.code(),
                            rejected.operation(),
                            rejected.retryable());
        }
    }

    @Override
    public void fire(double clockMillis, int timerId) {
        require(fire).executeVoid(clockMillis, timerId);
    }

    @Override
    public void cancel() {
        context.close(true);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Returns where the script was when this was thrown, or null if that is not known. */
    @Nullable SourcePosition position(PolyglotException e) {
        return GraalParser.position(e, script);
    }

    private static Value require(@Nullable Value value) {
        if (value == null) {
            throw new IllegalStateException("The realm is not open.");
        }
        return value;
    }

    private @Nullable Object receive(RealmHost host, Value[] a) {
        return switch (a[0].asString()) {
            case "call" -> host.call(a[1].asInt(), a[2].asString(), a[3].asString());
            case "kind" -> host.kind(a[1].asString());
            case "members" -> host.members(a[1].asString());
            default -> {
                accept(host, a);
                yield null;
            }
        };
    }

    private void accept(RealmHost host, Value[] a) {
        switch (a[0].asString()) {
            case "log" -> host.log(ConsoleOutput.Level.valueOf(a[1].asString()), a[2].asString());
            case "timer" -> host.startTimer(a[1].asInt(), a[2].asDouble());
            case "clear" -> host.clearTimer(a[1].asInt());
            case "completed" -> host.completed(a[1].isString() ? a[1].asString() : null, ids(a[2]));
            case "failed" -> host.failed(failure(a), ids(a[7]));
            case "limit" -> host.exceeded(LimitKind.valueOf(a[1].asString()));
            default -> throw new IllegalStateException("The realm sent an unknown message.");
        }
    }

    /** Reads numbers with a space after each. */
    private static List<Integer> ids(Value text) {
        return Pattern.compile(" ")
                .splitAsStream(text.asString())
                .filter(id -> !id.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private ScriptFailure failure(Value[] a) {
        int call = a[6].asInt();
        return new ScriptFailure(
                ScriptFailure.Kind.valueOf(a[1].asString()),
                a[2].asString(),
                withoutDumps(a[3].asString()),
                script.position(a[4].asInt(), a[5].asInt()),
                call == 0 ? OptionalInt.empty() : OptionalInt.of(call));
    }

    /** GraalJS shows the object that an assignment or an iteration failed on, with all that is in it. */
    private static String withoutDumps(String message) {
        if (message.startsWith("Promise{")) {
            return message.replaceFirst("^Promise\\{.*} is ", "A promise is ");
        }
        int object = message.startsWith("Cannot ") ? message.indexOf(" of global{") : -1;
        return object < 0 ? message : message.substring(0, object);
    }
}
