package dev.codemode.typescript;

import dev.codemode.script.internal.ScriptShape;
import dev.codemode.script.internal.ScriptToken;
import java.util.List;
import java.util.Set;

/**
 * Recognises scripts that need no parser: those that are certain to be plain JavaScript and certain to return their
 * result. In case of doubt, the answer is no.
 */
final class PlainText {
    private static final Set<String> UNCERTAIN_WORDS = Set.of(
            ("class interface enum namespace module declare abstract type as satisfies is asserts infer keyof import"
                            + " export implements private public protected readonly override")
                    .split(" "));
    private static final Set<String> BEFORE_OPERAND =
            Set.of("return await typeof void delete new throw in of instanceof case else do yield".split(" "));
    private static final Set<String> CONTINUING =
            Set.of(".", ")", "]", "}", "?", ":", "&", "|", "+", "-", "*", "/", "=>", "=");

    private final List<ScriptToken> tokens;

    private PlainText(List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    static boolean isCertain(List<ScriptToken> tokens) {
        PlainText plain = new PlainText(tokens);
        return !plain.tokens.isEmpty() && plain.hasNoTypes() && plain.returns();
    }

    private boolean hasNoTypes() {
        for (int i = 0; i < tokens.size(); i++) {
            ScriptToken token = tokens.get(i);
            boolean member = is(i - 1, ".");
            boolean uncertain = token.isWord() && !member && UNCERTAIN_WORDS.contains(token.text());
            boolean generic = token.is(">") && is(i + 1, "(");
            boolean sure = token.is("!") && i > 0 && endsOperand(i - 1) && !token.startsLine() && !is(i + 1, "=");
            if (uncertain || generic || sure || token.text().startsWith("@") || (token.is(":") && mayBeType(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A colon does not begin a type after a name in braces, or after the question mark of a condition with a name
     * before it.
     */
    private boolean mayBeType(int colon) {
        if (colon == 0) {
            return true;
        }
        ScriptToken before = tokens.get(colon - 1);
        if (before.kind() == ScriptToken.Kind.LITERAL) {
            return false;
        }
        if (!before.isWord()) {
            return true;
        }
        int open = colon - 1;
        while (open >= 0 && tokens.get(open).depth() >= before.depth()) {
            if (tokens.get(open).depth() == before.depth()
                    && is(open, "?")
                    && !is(open + 1, ".")
                    && !is(open + 1, ":")) {
                return false;
            }
            open--;
        }
        boolean key = open >= 0 && is(open, "{") && (is(colon - 2, "{") || is(colon - 2, ","));
        return !key;
    }

    private boolean endsOperand(int index) {
        ScriptToken token = tokens.get(index);
        boolean name = token.isWord() && !BEFORE_OPERAND.contains(token.text());
        return token.kind() == ScriptToken.Kind.LITERAL || name || token.is(")") || token.is("]");
    }

    /** Whether it is a function without parameters, or ends in a return statement. */
    private boolean returns() {
        return switch (ScriptShape.of(tokens)) {
            case FUNCTION -> hasNoParameters();
            case CALLED_FUNCTION -> true;
            case STATEMENTS -> endsInReturn();
        };
    }

    private boolean hasNoParameters() {
        for (int i = 0; i < tokens.size(); i++) {
            if (is(i, "(") && is(i + 1, ")")) {
                return true;
            }
            if ((is(i, "(") && i > 0) || is(i, "=>")) {
                return false;
            }
        }
        return false;
    }

    private boolean endsInReturn() {
        int last = tokens.size() - 1;
        while (last >= 0 && !(tokens.get(last).depth() == 0 && is(last, "return"))) {
            last--;
        }
        for (int i = last + 1; i < tokens.size(); i++) {
            ScriptToken token = tokens.get(i);
            boolean ends = token.is(";") && i + 1 < tokens.size();
            boolean starts = token.startsLine() && !CONTINUING.contains(token.text());
            if (token.depth() == 0 && (ends || starts)) {
                return false;
            }
        }
        return last >= 0;
    }

    private boolean is(int index, String text) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(text);
    }
}
