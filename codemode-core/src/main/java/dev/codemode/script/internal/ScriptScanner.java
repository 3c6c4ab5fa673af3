package dev.codemode.script.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into tokens (ECMA-262, 12), in one pass. Whether a slash divides or starts a regular expression is
 * guessed from the token before it, which is right except in rare cases, where the engine has the last word.
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

    /** Words that are operators, or parts of statements, after a literal. */
    private static final Set<String> OPERATORS = Set.of("in", "instanceof", "of", "as", "satisfies", "is");

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|u\\{[0-9A-Fa-f]{1,8}\\}|x[0-9A-Fa-f]{2})");
    private static final Pattern ENTITY = Pattern.compile("&(gt|lt|amp|quot|apos|nbsp|#\\d{1,6}|#x[0-9A-Fa-f]{1,6});");

    private final String text;
    private final List<ScriptToken> tokens = new ArrayList<>();
    /** The open brackets; a back quote stands for a substitution in a template. */
    private final Deque<Character> open = new ArrayDeque<>();
    /** The position of each of them. */
    private final Deque<Integer> opened = new ArrayDeque<>();

    private int at;
    private boolean lineBreak;
    private boolean balanced = true;
    private @Nullable ScriptFault fault;

    private ScriptScanner(String text) {
        this.text = text;
    }

    /** Returns the tokens; none if the text has brackets that do not match or literals that do not end. */
    public static List<ScriptToken> tokens(String text) {
        ScriptScanner scanner = scanned(text);
        return scanner.balanced && scanner.open.isEmpty() ? scanner.tokens : List.of();
    }

    /** Returns the first thing that cannot be a token, or an unmatched bracket; nothing if all are tokens. */
    public static Optional<ScriptFault> fault(String text) {
        ScriptScanner scanner = scanned(text);
        if (scanner.fault == null && !scanner.opened.isEmpty()) {
            scanner.fault(ScriptFault.Kind.UNCLOSED_BRACKET, scanner.opened.peek());
        }
        return Optional.ofNullable(scanner.fault);
    }

    private static ScriptScanner scanned(String text) {
        ScriptScanner scanner = new ScriptScanner(text);
        while (scanner.balanced && scanner.at < text.length()) {
            scanner.next();
        }
        return scanner;
    }

    private void fault(ScriptFault.Kind kind, int offset) {
        if (fault == null) {
            fault = new ScriptFault(kind, offset);
        }
    }

    private void unbalanced(ScriptFault.Kind kind, int offset) {
        balanced = false;
        fault(kind, offset);
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
        } else if (Character.isJavaIdentifierStart(text.codePointAt(at))
                || c == '#'
                || c == '@'
                || c == '\\'
                || Character.isDigit(c)) {
            word();
        } else if (c == '"' || c == '\'') {
            string(c);
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
            unbalanced(ScriptFault.Kind.UNCLOSED_COMMENT, at);
            return;
        }
        for (int i = at; i < end; i++) {
            lineBreak |= isLineBreak(text.charAt(i));
        }
        at = end + 2;
    }

    private void word() {
        int start = at;
        at += Character.charCount(text.codePointAt(start));
        if (text.charAt(start) == '\\' && !text.startsWith("u", start + 1)) {
            fault(ScriptFault.Kind.BACKSLASH, start);
        }
        if (!tokens.isEmpty() && last().kind() == ScriptToken.Kind.LITERAL && last().end() == start) {
            wordAfterLiteral(start);
        }
        while (at < text.length()
                && (Character.isJavaIdentifierPart(text.codePointAt(at)) || text.charAt(at) == '\\')) {
            at += Character.charCount(text.codePointAt(at));
        }
        add(ScriptToken.Kind.WORD, start);
    }

    /** A word that follows a string without a space is an operator, or what was meant to be in the string. */
    private void wordAfterLiteral(int start) {
        int end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        char quote = text.charAt(start - 1);
        boolean string = quote == '"' || quote == '\'';
        if (string && !OPERATORS.contains(text.substring(start, end))) {
            fault(ScriptFault.Kind.QUOTE_IN_STRING, start - 1);
        }
    }

    private ScriptToken last() {
        return tokens.get(tokens.size() - 1);
    }

    private void punctuator(char c) {
        int start = at;
        if (c > '~' || c < ' ') {
            fault(ScriptFault.Kind.FOREIGN_CHARACTER, start);
        } else if (c == '&' && ENTITY.matcher(text).region(start, text.length()).lookingAt()) {
            fault(ScriptFault.Kind.ENTITY, start);
        }
        at += text.startsWith("=>", at) ? 2 : 1;
        if (c == '(' || c == '[' || c == '{') {
            add(ScriptToken.Kind.PUNCTUATOR, start);
            open.push(c);
            opened.push(start);
        } else if (c == ')' || c == ']' || c == '}') {
            close(c, start);
        } else {
            add(ScriptToken.Kind.PUNCTUATOR, start);
        }
    }

    private void close(char c, int start) {
        char opening = open.isEmpty() ? ' ' : open.pop();
        opened.poll();
        if (opening == '`' && c == '}') {
            at = start;
            lineBreak = false;
            template(start + 1);
        } else if ((opening == '(' && c == ')') || (opening == '[' && c == ']') || (opening == '{' && c == '}')) {
            add(ScriptToken.Kind.PUNCTUATOR, start);
        } else {
            unbalanced(ScriptFault.Kind.UNOPENED_BRACKET, start);
        }
    }

    /** Reads a template's text up to its end or to its next substitution: a literal, including its delimiters. */
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
                opened.push(i);
                return;
            }
        }
        unbalanced(ScriptFault.Kind.UNCLOSED_TEMPLATE, at);
    }

    private void string(char quote) {
        int start = at;
        int end = endOfString(quote);
        int escape = badEscape(start, end < 0 ? endOfLine(start) : end);
        if (escape >= 0) {
            fault(ScriptFault.Kind.ESCAPE, escape);
        }
        if (end < 0) {
            fault(ScriptFault.Kind.UNCLOSED_STRING, start);
        }
        literal(end);
    }

    /** Returns where a backslash begins an invalid escape sequence (ECMA-262, 12.9.4); -1 if nowhere. */
    private int badEscape(int from, int to) {
        for (int i = text.indexOf('\\', from); i >= 0 && i + 1 < to; i = text.indexOf('\\', i + 2)) {
            char c = text.charAt(i + 1);
            if ((c == 'u' || c == 'x')
                    && !ESCAPE.matcher(text).region(i, text.length()).lookingAt()) {
                return i;
            }
        }
        return -1;
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
