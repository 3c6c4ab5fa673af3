package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.realm.RealmHost;
import dev.codemode.sandbox.realm.ScriptEndException;
import dev.codemode.sandbox.realm.ScriptText;
import dev.codemode.sandbox.realm.Shim;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** A realm on GraalJS. Only numbers, booleans and text cross, through one function that the script cannot reach. */
final class GraalRealm implements Realm {
    private static final System.Logger LOG = System.getLogger(GraalRealm.class.getName());
    private static final Source SHIM = source(Shim.core());
    private static final Map<String, Source> PARTS = new ConcurrentHashMap<>();

    private final Context context;
    private final Value shim;
    private final Value settle;
    private final Value fire;
    private ScriptText script = new ScriptText("");
    private @Nullable RealmHost host;

    GraalRealm(Engine engine, Limits limits) {
        context = GraalContexts.create(engine, limits);
        ProxyExecutable function = this::receive;
        try {
            shim = context.eval(SHIM).execute(function);
            settle = shim.getMember("settle");
            fire = shim.getMember("fire");
        } catch (PolyglotException | IllegalStateException e) {
            close();
            throw e;
        }
    }

    @Override
    public void open(Script script, String services, RealmHost host) throws ScriptEndException {
        this.host = host;
        enter(() -> shim.getMember("open").executeVoid(Shim.opening(script, services)));
    }

    @Override
    public void run(ScriptText script) throws ScriptEndException {
        this.script = script;
        try {
            Value function = GraalParser.parse(context, script).execute();
            shim.getMember("run").executeVoid(function);
        } catch (PolyglotException e) {
            throw end(e);
        }
    }

    @Override
    public void settle(double clockMillis, int callId, HostReply reply) throws ScriptEndException {
        enter(() -> settle.executeVoid(Shim.settling(clockMillis, callId, reply)));
    }

    @Override
    public void fire(double clockMillis, int timerId) throws ScriptEndException {
        enter(() -> fire.executeVoid(clockMillis, timerId));
    }

    private void enter(Runnable step) throws ScriptEndException {
        try {
            step.run();
        } catch (PolyglotException e) {
            throw end(e);
        }
    }

    @Override
    public void cancel() {
        try {
            context.close(true);
        } catch (PolyglotException e) {
            LOG.log(System.Logger.Level.DEBUG, "Cancelling a script", e);
        }
    }

    @Override
    public void close() {
        try {
            context.close();
        } catch (PolyglotException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing a realm", e);
        }
    }

    /**
     * The shim catches what scripts throw, so only exceptions that end a script, or a stack too deep for the shim,
     * arrive here.
     */
    private ScriptEndException end(PolyglotException e) {
        SourcePosition position = GraalParser.position(e, script);
        if (e.isResourceExhausted()) {
            boolean frames = String.valueOf(e.getMessage()).startsWith("Maximum frame limit");
            return ScriptEndException.exceeded(frames ? LimitKind.STACK_DEPTH : LimitKind.MEMORY, position);
        }
        if (e.isCancelled()) {
            return ScriptEndException.cancelled(position);
        }
        if (e.isInternalError()) {
            // A fault of the engine, for example on a malformed language tag, which no script can catch.
            LOG.log(System.Logger.Level.WARNING, "GraalJS failed inside a built-in function", e);
            return ScriptEndException.failed(ScriptFailure.of(
                    ScriptFailure.Kind.THROWN,
                    "InternalError",
                    "The engine failed inside a built-in function. Call the function with different arguments.",
                    position));
        }
        if (e.isGuestException()) {
            return ScriptEndException.failed(ScriptFailure.of(
                    ScriptFailure.Kind.THROWN, "RangeError", "Maximum call stack size exceeded", position));
        }
        throw e;
    }

    /** Evaluated when a script first uses it: parsing all of them takes a third of a worker's start. */
    private Value part(String name) {
        return context.eval(PARTS.computeIfAbsent(name, part -> source(Shim.part(part))));
    }

    private static Source source(String text) {
        return Source.newBuilder("js", text, "<realm>").internal(true).buildLiteral();
    }

    private @Nullable Object receive(Value[] values) {
        if (values.length == 2 && "part".equals(plain(values[0]))) {
            return part(values[1].asString());
        }
        if (host == null) {
            throw new IllegalStateException("The realm is not open.");
        }
        @Nullable Object[] message = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            message[i] = plain(values[i]);
        }
        if ("failed".equals(message[0]) && message[3] instanceof String text) {
            message[3] = withoutDumps(text);
        }
        return Shim.receive(host, script, message);
    }

    private static @Nullable Object plain(Value value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isNumber()) {
            return value.asDouble();
        }
        return value.isBoolean() ? value.asBoolean() : null;
    }

    /** GraalJS shows the object on which an assignment or an iteration failed, with everything in it. */
    private static String withoutDumps(String message) {
        if (message.startsWith("Promise{")) {
            return message.replaceFirst("^Promise\\{.*} is ", "A promise is ");
        }
        int object = message.startsWith("Cannot ") ? message.indexOf(" of global{") : -1;
        return object < 0 ? message : message.substring(0, object);
    }
}
