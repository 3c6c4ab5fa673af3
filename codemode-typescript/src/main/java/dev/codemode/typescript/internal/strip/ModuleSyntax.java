package dev.codemode.typescript.internal.strip;

import dev.codemode.script.internal.Lines;
import dev.codemode.script.internal.ScriptShape;
import dev.codemode.script.internal.ScriptToken;
import java.util.List;
import java.util.Set;

/**
 * Removes module syntax from a script, character for character: type imports and the word {@code export} become spaces,
 * and {@code export default} becomes an assignment. Confined to one thread.
 */
public final class ModuleSyntax {
    private static final Set<String> DECLARATIONS = Set.of(
            "const",
            "let",
            "var",
            "function",
            "async",
            "class",
            "type",
            "interface",
            "enum",
            "abstract",
            "namespace",
            "declare");

    private final List<ScriptToken> tokens;
    private String text;
    private String result = "";
    private boolean assigned;
    private boolean called;
    private int importAt = -1;

    private ModuleSyntax(String text, List<ScriptToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * A script without module syntax.
     *
     * @param text the text, as long as the original
     * @param result the name of its default export; empty if it exports nothing
     * @param assigned whether the name must be declared
     * @param called whether it is a function
     * @param importAt the position of an import or export that is not possible; -1 if there is none
     */
    public record Plain(String text, String result, boolean assigned, boolean called, int importAt) {}

    public static Plain of(String text, List<ScriptToken> tokens) {
        ModuleSyntax syntax = new ModuleSyntax(text, tokens);
        for (int i = 0; i < tokens.size() && syntax.importAt < 0; i++) {
            if (tokens.get(i).depth() == 0 && syntax.startsStatement(i)) {
                syntax.rewrite(i);
            }
        }
        return new Plain(syntax.text, syntax.result, syntax.assigned, syntax.called, syntax.importAt);
    }

    private boolean startsStatement(int index) {
        ScriptToken token = tokens.get(index);
        if (!token.isWord() || index == 0) {
            return token.isWord();
        }
        ScriptToken before = tokens.get(index - 1);
        return token.startsLine() || before.is(";") || before.is("}");
    }

    private void rewrite(int index) {
        switch (tokens.get(index).text()) {
            case "import" -> rewriteImport(index);
            case "export" -> rewriteExport(index);
            case "module" -> {
                boolean exports = is(index + 1, ".") && is(index + 2, "exports") && is(index + 3, "=");
                if (exports && index + 4 < tokens.size() && !is(index + 4, "=")) {
                    assign(index, index + 2, "", index + 4);
                }
            }
            default -> {}
        }
    }

    private void rewriteImport(int index) {
        if (is(index + 1, "(") || is(index + 1, ".") || is(index + 1, ":")) {
            return;
        }
        int end = index;
        while (end < tokens.size() && tokens.get(end).kind() != ScriptToken.Kind.LITERAL) {
            end++;
        }
        if (end == tokens.size() || !isOfTypes(index + 1, end)) {
            importAt = tokens.get(index).start();
            return;
        }
        end = is(end + 1, ")") ? end + 1 : end;
        blank(index, is(end + 1, ";") ? end + 1 : end);
    }

    /** Whether an import imports only types: {@code import type …}, or {@code import { type A, type B }}. */
    private boolean isOfTypes(int from, int to) {
        if (is(from, "type") && !is(from + 1, "from") && !is(from + 1, ",")) {
            return true;
        }
        if (!is(from, "{") || is(from + 1, "}")) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean startsName = (is(i, "{") || is(i, ",")) && !is(i + 1, "}");
            if (startsName && (!is(i + 1, "type") || is(i + 2, ",") || is(i + 2, "}"))) {
                return false;
            }
        }
        return true;
    }

    private void rewriteExport(int index) {
        if (is(index + 1, "default")) {
            rewriteDefault(index);
        } else if (is(index + 1, "{") || (is(index + 1, "type") && is(index + 2, "{"))) {
            rewriteNames(index);
        } else if (is(index + 1, "*") || (is(index + 1, "type") && is(index + 2, "*"))) {
            importAt = tokens.get(index).start();
        } else if (index + 1 < tokens.size()
                && DECLARATIONS.contains(tokens.get(index + 1).text())) {
            blank(index, index);
        }
    }

    private void rewriteNames(int index) {
        int close = ScriptShape.matching(tokens, is(index + 1, "{") ? index + 1 : index + 2);
        if (is(close + 1, "from")) {
            importAt = tokens.get(index).start();
            return;
        }
        for (int i = index; i < close; i++) {
            if (is(i, "as") && is(i + 1, "default")) {
                result = tokens.get(i - 1).text();
                called = isFunctionNamed(result);
            }
        }
        blank(index, is(close + 1, ";") ? close + 1 : close);
    }

    private void rewriteDefault(int index) {
        int value = index + 2;
        int word = is(value, "async") ? value + 1 : value;
        boolean function = is(word, "function");
        int name = is(word + 1, "*") ? word + 2 : word + 1;
        if (is(value, "interface")) {
            blank(index, index + 1);
        } else if ((function || is(value, "class"))
                && name < tokens.size()
                && tokens.get(name).isWord()
                && !is(name, "extends")) {
            blank(index, index + 1);
            result = tokens.get(name).text();
            called = function;
        } else if (value < tokens.size()) {
            assign(index, index + 1, "=", value);
        }
    }

    /** Replaces the words from first to last, which are long enough for that, with an assignment of the value. */
    private void assign(int first, int last, String operator, int value) {
        String name = "result_";
        while (text.contains(name)) {
            name += "_";
        }
        int from = tokens.get(first).start();
        int to = tokens.get(last).end();
        blank(first, last);
        String assignment = name + operator;
        if (assignment.length() <= to - from) {
            text = text.substring(0, from) + assignment + text.substring(from + assignment.length());
            result = name;
            assigned = true;
            called = isFunction(value);
        }
    }

    private boolean isFunction(int from) {
        int after = is(from, "async") ? from + 1 : from;
        if (is(after, "function") || is(after + 1, "=>")) {
            return true;
        }
        boolean alone = from + 1 == tokens.size()
                || is(from + 1, ";")
                || tokens.get(from + 1).startsLine();
        return alone ? isFunctionNamed(tokens.get(from).text()) : is(after, "(") && startsArrow(after);
    }

    /** Whether an arrow follows the parentheses, after its result type if it has one. */
    private boolean startsArrow(int open) {
        int after = ScriptShape.matching(tokens, open) + 1;
        if (!is(after, ":")) {
            return is(after, "=>");
        }
        while (after < tokens.size()
                && !is(after, ";")
                && !(is(after, "=>") && tokens.get(after).depth() == 0)) {
            after++;
        }
        return is(after, "=>");
    }

    private boolean isFunctionNamed(String name) {
        return isFunctionNamed(tokens, name);
    }

    /** Returns whether the script declares a function of this name at its top level. */
    static boolean isFunctionNamed(List<ScriptToken> tokens, String name) {
        for (int i = 1; i + 2 < tokens.size(); i++) {
            ScriptToken token = tokens.get(i);
            if (token.depth() != 0 || !token.is(name)) {
                continue;
            }
            ScriptToken before = tokens.get(i - 1);
            ScriptToken value = tokens.get(i + 2);
            boolean declared = before.is("const") || before.is("let") || before.is("var");
            if (before.is("function")
                    || (declared
                            && tokens.get(i + 1).is("=")
                            && (value.is("async") || value.is("function") || isArrow(tokens, i + 2)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isArrow(List<ScriptToken> tokens, int from) {
        int after = ScriptShape.matching(tokens, from) + 1;
        return after < tokens.size() && tokens.get(after).is("=>");
    }

    private void blank(int first, int last) {
        text = Lines.blank(text, tokens.get(first).start(), tokens.get(last).end());
    }

    private boolean is(int index, String expected) {
        return index < tokens.size() && tokens.get(index).is(expected);
    }
}
