package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body wrapped in the function that runs it, in strict mode, line for line.
 *
 * <p>Invariant: text that parses in all three wrappers cannot close the function it is in. The tokens that may follow
 * the closing brace of a function expression in parentheses, of a method of an object and of a method of a class
 * (ECMA-262, 15.8, 13.2.5, 15.7) have none in common. Held by {@code ScriptTextTest.noTextClosesItsFunction}. An engine
 * parses all of them, and what {@link #importCheck} returns, and runs only {@link #function}. Immutable and
 * thread-safe.
 *
 * @since 0.1
 */
public final class ScriptText {
    /** The name of the source in stack traces. */
    public static final String NAME = "script.js";

    /** The message for a text that does not fit into all of its wrappers. */
    public static final String CLOSES_ITS_FUNCTION =
            "The script closes the function that it runs in: a '}' has no '{' before it.";

    /** The message for a text that imports. */
    public static final String IMPORTS =
            "Modules cannot be imported here: every service is already a global. Remove the import.";

    private static final String FUNCTION = "\"use strict\";(async function(){";
    private static final List<String[]> CHECKS = List.of(
            new String[] {"\"use strict\";({async script(){", "\n}})"},
            new String[] {"\"use strict\";(class{async script(){", "\n}})"});

    private final String body;

    /** Wraps a body. */
    public ScriptText(String body) {
        this.body = body;
    }

    /** Returns the script whose value is the function. */
    public String function() {
        return FUNCTION + body + "\n})";
    }

    /** Returns the scripts that must also parse before the function may run. */
    public List<String> checks() {
        return CHECKS.stream().map(wrapper -> wrapper[0] + body + wrapper[1]).toList();
    }

    /** Returns a script that parses only if the body calls no {@code import()}; null if that needs no parser. */
    public @Nullable String importCheck() {
        String replaced = ImportCalls.replaced(body);
        return replaced == null ? null : FUNCTION + replaced + "\n})";
    }

    /** Returns the position of the first possible {@code import()} in the text. */
    public SourcePosition importPosition() {
        String before = body.substring(0, Math.max(0, ImportCalls.indexIn(body)));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new SourcePosition(line, before.length() - before.lastIndexOf('\n'));
    }

    /** Returns whether the position is in the body, and not in the text that precedes it. */
    public boolean holds(int line, int column) {
        return line > 1 || column > FUNCTION.length();
    }

    /**
     * Returns the position in the body, or null if there is none. Positions outside it are moved to its nearest end.
     */
    public @Nullable SourcePosition position(int line, int column) {
        if (line < 1) {
            return null;
        }
        int lines = (int) body.lines().count();
        if (line > Math.max(1, lines)) {
            String last = body.lines().reduce("", (first, second) -> second);
            return new SourcePosition(Math.max(1, lines), last.length() + 1);
        }
        return new SourcePosition(line, Math.max(1, line == 1 ? column - FUNCTION.length() : column));
    }
}
