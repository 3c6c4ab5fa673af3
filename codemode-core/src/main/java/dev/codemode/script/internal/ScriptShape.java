package dev.codemode.script.internal;

import java.util.List;
import java.util.Set;

/** Finds out what a script is as a whole: one function, one immediately called function, or statements. */
public final class ScriptShape {
    private static final Set<String> CONTINUING_WORDS = Set.of("in", "instanceof", "of", "as", "satisfies");

    private final List<ScriptToken> tokens;

    private ScriptShape(List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    /** Returns the kind of script that these tokens are. */
    public static Kind of(List<ScriptToken> tokens) {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).is(";")) {
            end--;
        }
        ScriptShape shape = new ScriptShape(tokens);
        if (shape.isFunction(0, end)) {
            return Kind.FUNCTION;
        }
        return shape.isCalledFunction(end) ? Kind.CALLED_FUNCTION : Kind.STATEMENTS;
    }

    /** Returns whether the tokens of this range, excluding its end, are one function, in parentheses or not. */
    public static boolean isFunction(List<ScriptToken> tokens, int from, int to) {
        return new ScriptShape(tokens).isFunction(from, to);
    }

    /** Returns the bracket that closes this one, or the token itself if it is not a bracket. */
    public static int matching(List<ScriptToken> tokens, int index) {
        return new ScriptShape(tokens).matching(index);
    }

    private boolean isFunction(int from, int to) {
        if (from >= to) {
            return false;
        }
        if (is(from, "(") && matching(from) == to - 1) {
            return isBareFunction(from + 1, to - 1);
        }
        return isBareFunction(from, to);
    }

    private boolean isBareFunction(int from, int to) {
        if (from >= to) {
            return false;
        }
        int start = is(from, "async") && from + 1 < to && !is(from + 1, "=>") ? from + 1 : from;
        return is(start, "function") ? isFunctionExpression(start + 1, to) : isArrowFunction(start, to);
    }

    private boolean isFunctionExpression(int from, int to) {
        int parameters = from < to && tokens.get(from).isWord() ? from + 1 : from;
        if (parameters >= to || !is(parameters, "(")) {
            return false;
        }
        int body = matching(parameters) + 1;
        return body < to && is(body, "{") && matching(body) == to - 1;
    }

    private boolean isArrowFunction(int from, int to) {
        if (from >= to || !(is(from, "(") || tokens.get(from).isWord())) {
            return false;
        }
        int arrow = matching(from) + 1;
        if (arrow + 1 >= to || !is(arrow, "=>")) {
            return false;
        }
        return is(arrow + 1, "{") ? matching(arrow + 1) == to - 1 : isOneExpression(arrow + 1, to);
    }

    private boolean isOneExpression(int from, int to) {
        int depth = tokens.get(from).depth();
        for (int i = from; i < to; i++) {
            ScriptToken token = tokens.get(i);
            if (token.depth() == depth && (token.is(";") || token.is(",") || (i > from && startsStatement(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a semicolon is inserted before the token (ECMA-262, 12.10), as far as operands tell. */
    private boolean startsStatement(int index) {
        ScriptToken token = tokens.get(index);
        boolean operand = token.kind() == ScriptToken.Kind.LITERAL
                || token.is("{")
                || (token.isWord() && !CONTINUING_WORDS.contains(token.text()));
        ScriptToken before = tokens.get(index - 1);
        boolean ended =
                before.kind() != ScriptToken.Kind.PUNCTUATOR || before.is(")") || before.is("]") || before.is("}");
        return token.startsLine() && operand && ended;
    }

    private boolean isCalledFunction(int to) {
        if (to < 4 || !is(0, "(")) {
            return false;
        }
        int close = matching(0);
        return close + 1 < to && is(close + 1, "(") && matching(close + 1) == to - 1 && isFunction(1, close);
    }

    private boolean is(int index, String text) {
        return tokens.get(index).is(text);
    }

    /** Returns the bracket that closes this one, or the token itself if it is not a bracket. */
    private int matching(int index) {
        ScriptToken opening = tokens.get(index);
        if (!opening.is("(") && !opening.is("{") && !opening.is("[")) {
            return index;
        }
        int closing = index + 1;
        while (tokens.get(closing).depth() != opening.depth()) {
            closing++;
        }
        return closing;
    }

    /** The shape of a script. */
    public enum Kind {
        FUNCTION,
        CALLED_FUNCTION,
        STATEMENTS
    }
}
