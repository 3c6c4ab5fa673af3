package dev.codemode.sandbox.v8;

import com.caoccao.javet.exceptions.JavetCompilationException;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetScriptingError;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8Script;
import com.caoccao.javet.values.reference.V8ValueFunction;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.sandbox.realm.ScriptEndException;
import dev.codemode.sandbox.realm.ScriptText;
import org.jspecify.annotations.Nullable;

/** Parses scripts. */
final class V8Parser {
    private static final int MAX_MESSAGE = 8_192;
    private static final String TITLE = "SyntaxError: ";

    private V8Parser() {}

    /**
     * Parses the script; only the code that creates its function runs.
     *
     * @throws ScriptEndException if it is not the body of an async function
     */
    static V8ValueFunction parse(V8Runtime isolate, ScriptText script) throws ScriptEndException, JavetException {
        try (V8Script function = compile(isolate, script, script.function(), null)) {
            for (String check : script.checks()) {
                compile(isolate, script, check, ScriptText.CLOSES_ITS_FUNCTION).close();
            }
            String imports = script.importCheck();
            if (imports != null) {
                refuseImports(isolate, script, imports);
            }
            return function.execute();
        }
    }

    private static V8Script compile(V8Runtime isolate, ScriptText script, String text, @Nullable String message)
            throws ScriptEndException, JavetException {
        try {
            return isolate.getExecutor(text).setResourceName(ScriptText.NAME).compileV8Script();
        } catch (JavetCompilationException e) {
            JavetScriptingError error = e.getScriptingError();
            throw failure(message == null ? said(error) : message, at(error, script));
        }
    }

    private static void refuseImports(V8Runtime isolate, ScriptText script, String check)
            throws ScriptEndException, JavetException {
        try {
            isolate.getExecutor(check)
                    .setResourceName(ScriptText.NAME)
                    .compileV8Script()
                    .close();
        } catch (JavetCompilationException e) {
            throw failure(ScriptText.IMPORTS, script.importPosition());
        }
    }

    private static ScriptEndException failure(String message, @Nullable SourcePosition position) {
        return ScriptEndException.failed(ScriptFailure.of(ScriptFailure.Kind.SYNTAX, "SyntaxError", message, position));
    }

    private static String said(JavetScriptingError error) {
        String text = String.valueOf(error.getMessage());
        String message = text.startsWith(TITLE) ? text.substring(TITLE.length()) : text;
        return message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
    }

    private static @Nullable SourcePosition at(JavetScriptingError error, ScriptText script) {
        return script.position(error.getLineNumber(), error.getStartColumn() + 1);
    }
}
