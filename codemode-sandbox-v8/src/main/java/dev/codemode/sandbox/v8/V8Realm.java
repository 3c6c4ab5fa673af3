package dev.codemode.sandbox.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetExecutionException;
import com.caoccao.javet.exceptions.JavetTerminatedException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import com.caoccao.javet.utils.JavetResourceUtils;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.primitive.V8ValueBoolean;
import com.caoccao.javet.values.primitive.V8ValueDouble;
import com.caoccao.javet.values.primitive.V8ValueInteger;
import com.caoccao.javet.values.primitive.V8ValueString;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.realm.RealmHost;
import dev.codemode.sandbox.realm.ScriptEndException;
import dev.codemode.sandbox.realm.ScriptText;
import dev.codemode.sandbox.realm.Shim;
import org.jspecify.annotations.Nullable;

/**
 * A realm on V8.
 *
 * <p>Invariant: only numbers, booleans and text cross, through one function that the script cannot reach, and no Java
 * exception becomes a JavaScript exception. Held by {@code V8SandboxContractTest}.
 */
final class V8Realm implements Realm {
    private final V8Runtime isolate;
    private final V8Shim shim;
    private final V8ValueFunction open;
    private final V8ValueFunction run;
    private final V8ValueFunction settle;
    private final V8ValueFunction fire;
    private ScriptText script = new ScriptText("");
    private @Nullable RealmHost host;
    private @Nullable Throwable fault;
    private boolean cancelled;
    private boolean closed;

    V8Realm(V8Runtime isolate, V8Shim text) throws JavetException {
        this.isolate = isolate;
        IJavetDirectCallable.NoThisAndResult<JavetException> messages = this::receive;
        try (V8ValueFunction start = text.evaluate(isolate);
                V8ValueFunction receiver = isolate.createV8ValueFunction(
                        new JavetCallbackContext("", this, JavetCallbackType.DirectCallNoThisAndResult, messages));
                V8ValueObject entry = start.call(null, receiver)) {
            open = entry.get("open");
            run = entry.get("run");
            settle = entry.get("settle");
            fire = entry.get("fire");
        }
        this.shim = text;
    }

    @Override
    public void open(Script script, String services, RealmHost host) throws ScriptEndException {
        this.host = host;
        enter(open, Shim.opening(script, services));
    }

    @Override
    public void run(ScriptText script) throws ScriptEndException {
        this.script = script;
        stopIfCancelled();
        try (V8ValueFunction function = V8Parser.parse(isolate, script)) {
            enter(run, function);
        } catch (JavetException e) {
            throw end(e);
        }
    }

    @Override
    public void settle(double clockMillis, int callId, HostReply reply) throws ScriptEndException {
        enter(settle, Shim.settling(clockMillis, callId, reply));
    }

    @Override
    public void fire(double clockMillis, int timerId) throws ScriptEndException {
        enter(fire, clockMillis, timerId);
    }

    /** V8 runs the microtasks before it returns from the outermost call. */
    private void enter(V8ValueFunction function, Object... arguments) throws ScriptEndException {
        stopIfCancelled();
        try {
            function.callVoid(null, arguments);
        } catch (JavetException e) {
            throw end(e);
        }
        // A microtask that was terminated ends the call like one that returned.
        stopIfCancelled();
    }

    private synchronized void stopIfCancelled() throws ScriptEndException {
        if (cancelled) {
            throw ScriptEndException.cancelled(null);
        }
    }

    /**
     * The shim catches what scripts throw, so only exceptions that end a script, or a stack too deep for the shim,
     * arrive here.
     */
    private ScriptEndException end(JavetException e) {
        if (fault != null) {
            throw new IllegalStateException("A message of the realm was not taken.", fault);
        }
        if (e instanceof JavetTerminatedException) {
            return ScriptEndException.cancelled(null);
        }
        if (e instanceof JavetExecutionException) {
            return ScriptEndException.failed(ScriptFailure.of(
                    ScriptFailure.Kind.THROWN, "RangeError", "Maximum call stack size exceeded", null));
        }
        throw new IllegalStateException("V8 failed.", e);
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (!closed) {
            isolate.terminateExecution();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!cancelled) {
            shim.keepCode();
        }
        JavetResourceUtils.safeClose(open, run, settle, fire);
    }

    /** Returns whether another realm may follow in the same isolate. */
    synchronized boolean leavesItsIsolateClean() {
        return closed && !cancelled;
    }

    private V8Value receive(V8Value... values) throws JavetException {
        try {
            if (host == null) {
                throw new IllegalStateException("The realm is not open.");
            }
            @Nullable Object[] message = new @Nullable Object[values.length];
            for (int i = 0; i < values.length; i++) {
                message[i] = plain(values[i]);
            }
            return answer(Shim.receive(host, script, message));
        } catch (RuntimeException | Error | JavetException e) {
            fault = e;
            cancel();
            return isolate.createV8ValueUndefined();
        }
    }

    private V8Value answer(@Nullable Object value) throws JavetException {
        return value == null ? isolate.createV8ValueUndefined() : isolate.toV8Value(value);
    }

    private static @Nullable Object plain(V8Value value) {
        if (value instanceof V8ValueString text) {
            return text.getValue();
        }
        if (value instanceof V8ValueInteger number) {
            return number.getValue();
        }
        if (value instanceof V8ValueDouble number) {
            return number.getValue();
        }
        return value instanceof V8ValueBoolean truth ? truth.getValue() : null;
    }
}
