package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.sandbox.realm.ScriptEndException;
import dev.codemode.sandbox.realm.ScriptText;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Parses scripts, and finds positions in them. */
final class GraalParser {
    private static final int MAX_MESSAGE = 8_192;

    private GraalParser() {}

    /**
     * Parses the script; nothing runs.
     *
     * @throws ScriptEndException if it is not the body of an async function
     */
    static Value parse(Context context, ScriptText script) throws ScriptEndException {
        Value function;
        try {
            function = context.parse(source(script.function()));
        } catch (PolyglotException e) {
            throw syntaxFailure(e, message(e), script);
        }
        for (String check : script.checks()) {
            try {
                context.parse(source(check));
            } catch (PolyglotException e) {
                throw syntaxFailure(e, ScriptText.CLOSES_ITS_FUNCTION, script);
            }
        }
        refuseImports(context, script);
        return function;
    }

    private static void refuseImports(Context context, ScriptText script) throws ScriptEndException {
        String check = script.importCheck();
        if (check == null) {
            return;
        }
        try {
            context.parse(source(check));
        } catch (PolyglotException e) {
            if (!e.isSyntaxError()) {
                throw e;
            }
            throw ScriptEndException.failed(ScriptFailure.of(
                    ScriptFailure.Kind.SYNTAX, "SyntaxError", ScriptText.IMPORTS, script.importPosition()));
        }
    }

    private static Source source(String text) {
        return Source.newBuilder("js", text, ScriptText.NAME).cached(false).buildLiteral();
    }

    private static ScriptEndException syntaxFailure(PolyglotException e, String message, ScriptText script) {
        if (!e.isSyntaxError()) {
            throw e;
        }
        return ScriptEndException.failed(
                ScriptFailure.of(ScriptFailure.Kind.SYNTAX, "SyntaxError", message, at(e.getSourceLocation(), script)));
    }

    /**
     * {@code SyntaxError: script.js:1:26 Expected an operand but found ;}, the line and a caret: keeps only the
     * sentence.
     */
    private static String message(PolyglotException e) {
        String text =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        if (text.startsWith("SyntaxError: ")) {
            text = text.substring("SyntaxError: ".length());
        }
        if (text.startsWith(ScriptText.NAME + ":")) {
            text = text.substring(text.indexOf(' ') + 1);
        }
        return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) : text;
    }

    /** Returns where the script was when this was thrown, or null if unknown. */
    static @Nullable SourcePosition position(PolyglotException e, ScriptText script) {
        SourcePosition here = within(e.getSourceLocation(), script);
        if (here != null) {
            return here;
        }
        int frames = 0;
        for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
            SourcePosition position = frame.isGuestFrame() ? within(frame.getSourceLocation(), script) : null;
            if (position != null || ++frames > 100) {
                return position;
            }
        }
        return null;
    }

    /** In an async function the engine may know only the function as a whole, which says nothing. */
    private static @Nullable SourcePosition within(@Nullable SourceSection section, ScriptText script) {
        if (section == null || !section.isAvailable() || !section.hasColumns()) {
            return null;
        }
        return script.holds(section.getStartLine(), section.getStartColumn()) ? at(section, script) : null;
    }

    private static @Nullable SourcePosition at(@Nullable SourceSection section, ScriptText script) {
        if (section == null
                || !section.isAvailable()
                || !section.getSource().getName().equals(ScriptText.NAME)
                || !section.hasLines()) {
            return null;
        }
        return script.position(section.getStartLine(), section.hasColumns() ? section.getStartColumn() : 1);
    }
}
