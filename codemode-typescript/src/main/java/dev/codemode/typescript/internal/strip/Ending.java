package dev.codemode.typescript.internal.strip;

import dev.codemode.script.internal.ScriptShape;
import dev.codemode.script.internal.ScriptToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the result of a script that does not state it: its last expression, the value of its last declaration, or what
 * its last function returns. Confined to one thread.
 */
public final class Ending {
    private static final int MAX_TRIES = 24;
    private static final Set<String> STATEMENTS = Set.of(
            ("const let var if for while do switch try throw return function class break continue debugger with else"
                            + " catch finally case default import export")
                    .split(" "));
    private static final Set<String> CONTINUING_WORDS = Set.of("in", "instanceof", "of");
    private static final Set<String> CONTINUING_MARKS =
            Set.of(".", ",", ")", "]", "}", ":", "?", "=", "&", "|", "^", "<", ">", "*", "/", "%", "+", "-", "=>");
    private static final Set<String> OPERATOR_WORDS = Set.of(
            "return", "typeof", "instanceof", "in", "of", "new", "delete", "void", "throw", "case", "await", "yield");

    private final String text;
    private final List<ScriptToken> tokens;
    private final String services;
    private final Predicate<Edits> parses;

    private Ending(String text, List<ScriptToken> tokens, String services, Predicate<Edits> parses) {
        this.text = text;
        this.tokens = tokens;
        this.services = services;
        this.parses = parses;
    }

    /**
     * Returns the edits that make the script return its result; none if it has no result, or already returns it.
     *
     * @param text JavaScript, the body of an async function
     * @param tokens its tokens
     * @param services the argument for a function that the script does not call
     * @param parses whether the text parses with the edits
     */
    public static Edits of(String text, List<ScriptToken> tokens, String services, Predicate<Edits> parses) {
        return new Ending(text, tokens, services, parses).find();
    }

    private Edits find() {
        int last = lastOf(tokens.size() - 1);
        int tries = 0;
        for (int i = last; i >= 0 && tries < MAX_TRIES; i--) {
            if (i > last || !startsStatement(i)) {
                continue;
            }
            tries++;
            ScriptToken token = tokens.get(i);
            int function = is(i, "async") && is(i + 1, "function") ? i + 1 : i;
            if (is(function, "function")) {
                String name = nameOfFunction(function);
                if (!name.isEmpty() && isUnused(name, i, last)) {
                    return returning(name, true);
                }
                last = lastOf(i - 1);
            } else if (is(i, "const") || is(i, "let") || is(i, "var")) {
                return declaration(i, last);
            } else if (token.isWord() && STATEMENTS.contains(token.text())) {
                return Edits.of();
            } else {
                Edits edits = expression(i, last);
                if (parses.test(edits)) {
                    return edits;
                }
            }
        }
        return Edits.of();
    }

    /** Returns the last token that is not a semicolon. */
    private int lastOf(int index) {
        int last = index;
        while (last >= 0 && is(last, ";")) {
            last--;
        }
        return last;
    }

    private boolean startsStatement(int index) {
        ScriptToken token = tokens.get(index);
        if (token.depth() != 0 || token.is(")") || token.is("]") || token.is("}")) {
            return false;
        }
        if (index == 0) {
            return true;
        }
        ScriptToken before = tokens.get(index - 1);
        if (before.is(";") && before.depth() == 0) {
            return true;
        }
        if (before.is("}") && before.depth() == 0) {
            return !continues(index) || (isBracket(index) && closesBlock(index - 1));
        }
        return token.startsLine() && endsOperand(before) && !continues(index);
    }

    private boolean continues(int index) {
        ScriptToken token = tokens.get(index);
        if (token.isWord()) {
            return CONTINUING_WORDS.contains(token.text());
        }
        if (token.kind() == ScriptToken.Kind.LITERAL) {
            return text.charAt(token.start()) == '`';
        }
        boolean twice = is(index + 1, token.text()) && (token.is("+") || token.is("-"));
        return isBracket(index) || (CONTINUING_MARKS.contains(token.text()) && !twice);
    }

    private boolean isBracket(int index) {
        return is(index, "(") || is(index, "[");
    }

    private static boolean endsOperand(ScriptToken token) {
        return switch (token.kind()) {
            case LITERAL -> true;
            case WORD -> !OPERATOR_WORDS.contains(token.text());
            case PUNCTUATOR -> token.is(")") || token.is("]") || token.is("}") || token.is("+") || token.is("-");
        };
    }

    /** Whether the brace closes a block, after which a bracket begins a statement. */
    private boolean closesBlock(int close) {
        int open = close - 1;
        while (open > 0 && !(tokens.get(open).depth() == 0 && tokens.get(open).is("{"))) {
            open--;
        }
        if (open == 0) {
            return true;
        }
        ScriptToken before = tokens.get(open - 1);
        return before.is(")") || before.is("else") || before.is("try") || before.is("finally") || before.is(";");
    }

    private String nameOfFunction(int function) {
        int name = is(function + 1, "*") ? function + 2 : function + 1;
        return name < tokens.size() && tokens.get(name).isWord()
                ? tokens.get(name).text()
                : "";
    }

    private boolean isUnused(String name, int from, int to) {
        for (int i = 0; i < tokens.size(); i++) {
            if ((i < from || i > to) && is(i, name)) {
                return false;
            }
        }
        return true;
    }

    private Edits expression(int first, int last) {
        String call = first == last
                        && ModuleSyntax.isFunctionNamed(
                                tokens, tokens.get(first).text())
                ? "(" + services + ")"
                : "";
        return Edits.of(
                new Edits.Edit(tokens.get(first).start(), "return ("),
                new Edits.Edit(tokens.get(last).end(), ")" + call));
    }

    private Edits declaration(int keyword, int last) {
        int name = keyword + 1;
        for (int i = keyword + 1; i < last; i++) {
            if (tokens.get(i).depth() == 0 && is(i, ",")) {
                name = i + 1;
            }
        }
        if (name > last) {
            return Edits.of();
        }
        if (tokens.get(name).isWord()) {
            boolean function =
                    ModuleSyntax.isFunctionNamed(tokens, tokens.get(name).text());
            return returning(tokens.get(name).text(), function);
        }
        String names = bound(name);
        return names == null ? Edits.of() : returning(names, false);
    }

    /** Returns an object or an array of the names that a flat pattern binds, or null if it is not flat. */
    private @Nullable String bound(int open) {
        int close = ScriptShape.matching(tokens, open);
        List<String> names = new ArrayList<>();
        int depth = tokens.get(open).depth() + 1;
        for (int i = open + 1; i < close; i++) {
            ScriptToken token = tokens.get(i);
            boolean ends = i + 1 == close
                    || ((is(i + 1, ",") || is(i + 1, "=")) && tokens.get(i + 1).depth() == depth);
            boolean starts = i == open + 1 || is(i - 1, ",") || is(i - 1, ":") || is(i - 1, ".");
            if (token.depth() == depth && (token.is("{") || token.is("["))) {
                return null;
            }
            if (token.depth() == depth && token.isWord() && starts && ends) {
                names.add(token.text());
            }
        }
        String list = names.stream().collect(Collectors.joining(", "));
        return is(open, "[") ? "[" + list + "]" : "{ " + list + " }";
    }

    private Edits returning(String value, boolean called) {
        return Edits.of(
                new Edits.Edit(text.length(), "\nreturn " + value + (called ? "(" + services + ")" : "") + ";"));
    }

    private boolean is(int index, String expected) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(expected);
    }
}
