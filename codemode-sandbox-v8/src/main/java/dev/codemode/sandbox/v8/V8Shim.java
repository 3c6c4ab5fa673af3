package dev.codemode.sandbox.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8Script;
import com.caoccao.javet.values.reference.V8ValueFunction;
import dev.codemode.sandbox.realm.Shim;
import org.jspecify.annotations.Nullable;

/** The shim for V8, compiled once. Confined to one thread at a time. */
final class V8Shim {
    /** The name in frames that scripts do not see. */
    private static final String NAME = "<realm>";

    private final String text;
    private byte @Nullable [] code;
    private @Nullable V8Script first;

    /** Prepares it for scripts that may use this much memory. */
    V8Shim(long maxMemoryBytes) {
        text = Shim.textForV8() + "(" + maxMemoryBytes + ")";
    }

    /** Evaluates it in a fresh realm, and returns its value. */
    V8ValueFunction evaluate(V8Runtime isolate) throws JavetException {
        V8Script script = isolate.getExecutor(text, code).setResourceName(NAME).compileV8Script();
        if (code == null) {
            first = script;
            return script.execute();
        }
        try (script) {
            return script.execute();
        }
    }

    /**
     * Keeps the code of the first realm for those that follow. Called when its script has ended, so that it includes
     * functions that V8 compiles only when they are first called.
     */
    void keepCode() {
        if (first == null) {
            return;
        }
        try (V8Script script = first) {
            first = null;
            code = script.getCachedData();
        } catch (JavetException e) {
            throw new IllegalStateException("V8 did not keep the code of a realm.", e);
        }
    }
}
