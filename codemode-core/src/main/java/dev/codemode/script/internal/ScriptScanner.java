package dev.codemode.script.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Splits a script into tokens (ECMA-262, 12), in one pass. Whether a slash divides or starts a regular expression is
 * guessed from the token before it, which is right but for rare places, where the engine has the last word.
 */
public final class ScriptScanner {
    /** Words after which an expression follows, so that a slash starts a regular expression. */
    private static final Set<String> BEFORE_EXPRESSION = Set.of(
            "return",
            "typeof",
            "instanceof",
            "in",
            "of",
            "new",
            "delete",
            "void",
            "throw",
            "case",
            "do",
            "else",
            "await",
            "yield");

    private final String text;
    private final List<ScriptToken> tokens = new ArrayList<>();
    /** The open brackets; a back quote stands for a substitution in a template. */
    private final Deque<Character> open = new ArrayDeque<>();

    private int at;
    private boolean lineBreak;
    private boolean balanced = true;

    private ScriptScanner(String text) {
        this.text = text;
    }

    /** Returns the tokens; none if the text has brackets that do not match or literals that do not end. */
    public static List<ScriptToken> tokens(String text) {
        ScriptScanner scanner = new ScriptScanner(text);
        while (scanner.balanced && scanner.at < text.length()) {
            scanner.next();
        }
        return scanner.balanced && scanner.open.isEmpty() ? scanner.tokens : List.of();
    }

    private void next() {
        char c = text.charAt(at);
        if (isLineBreak(c)) {
            lineBreak = true;
            at++;
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
            at++;
        } else if (text.startsWith("//", at)) {
            at = endOfLine(at);
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (Character.isJavaIdentifierStart(c) || c == '#' || c == '@' || c == '\\' || Character.isDigit(c)) {
            word();
        } else if (c == '"' || c == '\'') {
            literal(endOfString(c));
        } else if (c == '`') {
            template(at + 1);
        } else if (c == '/' && startsExpression()) {
            literal(endOfRegularExpression());
        } else {
            punctuator(c);
        }
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            balanced = false;
            return;
        }
        for (int i = at; i < end; i++) {
            lineBreak |= isLineBreak(text.charAt(i));
        }
        at = end + 2;
    }

    private void word() {
        int start = at++;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '\\')) {
            at++;
        }
        add(ScriptToken.Kind.WORD, start);
    }

    private void punctuator(char c) {
        int start = at;
        at += text.startsWith("=>", at) ? 2 : 1;
        if (c == '(' || c == '[' || c == '{') {
            add(ScriptToken.Kind.PUNCTUATOR, start);
            open.push(c);
        } else if (c == ')' || c == ']' || c == '}') {
            close(c, start);
        } else {
            add(ScriptToken.Kind.PUNCTUATOR, start);
        }
    }

    private void close(char c, int start) {
        char opened = open.isEmpty() ? ' ' : open.pop();
        if (opened == '`' && c == '}') {
            at = start;
            lineBreak = false;
            template(start + 1);
        } else if ((opened == '(' && c == ')') || (opened == '[' && c == ']') || (opened == '{' && c == '}')) {
            add(ScriptToken.Kind.PUNCTUATOR, start);
        } else {
            balanced = false;
        }
    }

    /** Reads a template's text up to its end or to its next substitution: a literal, with what encloses it. */
    private void template(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '`') {
                literal(i + 1);
                return;
            } else if (c == '$' && text.startsWith("${", i)) {
                literal(i + 2);
                open.push('`');
                return;
            }
        }
        balanced = false;
    }

    private int endOfString(char quote) {
        for (int i = at + 1; i < text.length() && !isLineBreak(text.charAt(i)); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return -1;
    }

    private int endOfRegularExpression() {
        boolean inClass = false;
        for (int i = at + 1; i < text.length() && !isLineBreak(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                return i + 1;
            }
        }
        return -1;
    }

    private void literal(int end) {
        if (end < 0) {
            balanced = false;
            return;
        }
        int start = at;
        at = end;
        add(ScriptToken.Kind.LITERAL, start);
    }

    private void add(ScriptToken.Kind kind, int start) {
        String shown = kind == ScriptToken.Kind.LITERAL ? "" : text.substring(start, at);
        tokens.add(new ScriptToken(kind, shown, start, at, open.size(), lineBreak));
        lineBreak = false;
    }

    private boolean startsExpression() {
        if (tokens.isEmpty()) {
            return true;
        }
        ScriptToken last = tokens.get(tokens.size() - 1);
        return switch (last.kind()) {
            case LITERAL -> text.startsWith("${", last.end() - 2);
            case WORD -> BEFORE_EXPRESSION.contains(last.text());
            case PUNCTUATOR -> !last.is(")") && !last.is("]");
        };
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && !isLineBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
