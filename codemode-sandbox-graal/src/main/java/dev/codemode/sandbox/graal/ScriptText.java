package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body inside the function that runs it, in strict mode, line for line.
 *
 * <p>Invariant: text that parses in all three wrappers cannot close the function it is in. What may follow the closing
 * brace of a function expression in parentheses, of a method of an object and of a method of a class (ECMA-262, 15.8,
 * 13.2.5, 15.7) has no token in common. Held by {@code ScriptTextTest.noTextClosesItsFunction}.
 */
final class ScriptText {
    /** The name of the source in stack traces. */
    static final String NAME = "script.js";

    private static final String FUNCTION = "\"use strict\";(async function(){";
    private static final List<String[]> CHECKS = List.of(
            new String[] {"\"use strict\";({async script(){", "\n}})"},
            new String[] {"\"use strict\";(class{async script(){", "\n}})"});

    private final String body;

    ScriptText(String body) {
        this.body = body;
    }

    /** Returns the script whose value is the function. */
    String function() {
        return FUNCTION + body + "\n})";
    }

    /** Returns the scripts that have to parse too before the function may run. */
    List<String> checks() {
        return CHECKS.stream().map(wrapper -> wrapper[0] + body + wrapper[1]).toList();
    }

    /** Returns a script that parses only if the body calls no {@code import()}; null if that needs no parser. */
    @Nullable String importCheck() {
        String replaced = ImportCalls.replaced(body);
        return replaced == null ? null : FUNCTION + replaced + "\n})";
    }

    /** Returns the place of the first {@code import()} that the text may have. */
    SourcePosition importPosition() {
        String before = body.substring(0, Math.max(0, ImportCalls.indexIn(body)));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new SourcePosition(line, before.length() - before.lastIndexOf('\n'));
    }

    /** Returns whether the place is in the body, and not in what is put before it. */
    boolean holds(int line, int column) {
        return line > 1 || column > FUNCTION.length();
    }

    /** Returns the place in the body, or null if there is none. Places outside are moved to its nearest end. */
    @Nullable SourcePosition position(int line, int column) {
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
