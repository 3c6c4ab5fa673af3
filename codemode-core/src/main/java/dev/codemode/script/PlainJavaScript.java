package dev.codemode.script;

import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.internal.ScriptScanner;
import dev.codemode.script.internal.ScriptShape;
import dev.codemode.script.internal.ScriptToken;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Accepts plain JavaScript, in the shapes that need no parser. Immutable and thread-safe.
 *
 * <ul>
 *   <li>One function, arrow or not, async or not, and nothing else: it is called without arguments, since every service
 *         is a global.
 *   <li>One function in parentheses that is called immediately: its result is returned.
 *   <li>Statements, which may use {@code await}, and {@code return} a result.
 * </ul>
 *
 * <p>Line numbers are preserved. Modules, Markdown fences and TypeScript declarations are rejected with advice on what
 * to write instead; other syntax errors are left to the sandbox. The time is linear in the length of the text.
 *
 * @since 0.1
 */
public final class PlainJavaScript implements ScriptPreparer {
    private PlainJavaScript() {}

    /** Returns a preparer, which holds no resources. */
    public static PlainJavaScript create() {
        return new PlainJavaScript();
    }

    @Override
    public PreparedScript prepare(ScriptRequest request) {
        String text = request.text();
        if (text.isBlank()) {
            return new PreparedScript.Rejected(
                    "SyntaxError", "The script is empty: write statements, and return the result.", null);
        }
        List<ScriptToken> tokens = ScriptScanner.tokens(text);
        Optional<PreparedScript.Rejected> refusal = ForeignSyntax.find(text, tokens);
        return refusal.isPresent() ? refusal.get() : ready(text, tokens);
    }

    private static PreparedScript ready(String text, List<ScriptToken> tokens) {
        return switch (ScriptShape.of(tokens)) {
            case FUNCTION -> wrapped("return (", withoutEnd(text, tokens), ")();");
            case CALLED_FUNCTION -> wrapped("return ", withoutEnd(text, tokens), ";");
            case STATEMENTS -> new PreparedScript.Ready(text, UnaryOperator.identity());
        };
    }

    /** Cuts off what follows the function: semicolons and comments, which could swallow added text. */
    private static String withoutEnd(String text, List<ScriptToken> tokens) {
        int last = tokens.size() - 1;
        while (tokens.get(last).is(";")) {
            last--;
        }
        return text.substring(0, tokens.get(last).end());
    }

    private static PreparedScript wrapped(String before, String text, String after) {
        return new PreparedScript.Ready(
                before + text + after,
                position -> position.line() > 1
                        ? position
                        : new SourcePosition(1, Math.max(1, position.column() - before.length())));
    }

    @Override
    public void close() {}
}
