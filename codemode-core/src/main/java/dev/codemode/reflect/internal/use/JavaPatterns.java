package dev.codemode.reflect.internal.use;

import java.util.Optional;

/**
 * Regular expressions of Java as ones of ECMAScript (ECMA-262, 22.2.1), for the part of the syntax that means the same
 * in both: literals, classes of characters and ranges, groups, alternatives, lookahead and ordinary quantifiers.
 */
final class JavaPatterns {
    private static final String SAME_ESCAPES = "dDwWsSbBtnrf123456789";

    private JavaPatterns() {}

    /** Returns the expression anchored at both ends, or nothing if it uses something that only Java has. */
    static Optional<String> toEcma(String regex) {
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            char next = i + 1 < regex.length() ? regex.charAt(i + 1) : 0;
            if (c == '\\') {
                if (next == 0 || (Character.isLetterOrDigit(next) && SAME_ESCAPES.indexOf(next) < 0)) {
                    return Optional.empty();
                }
                i++;
            } else if (inClass) {
                if (c == '[' || (c == '&' && next == '&')) {
                    return Optional.empty();
                }
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
                i += next == '^' ? 1 : 0;
                if (i + 1 < regex.length() && regex.charAt(i + 1) == ']') {
                    return Optional.empty();
                }
            } else if (onlyInJava(regex, i, c, next)) {
                return Optional.empty();
            }
        }
        boolean anchored =
                regex.startsWith("^") && regex.endsWith("$") && regex.indexOf('|') < 0 && !regex.endsWith("\\$");
        return Optional.of(anchored ? regex : "^(?:" + regex + ")$");
    }

    private static boolean onlyInJava(String regex, int index, char c, char next) {
        boolean possessive = next == '+' && "+*?}".indexOf(c) >= 0;
        boolean group = c == '(' && next == '?';
        char kind = index + 2 < regex.length() ? regex.charAt(index + 2) : 0;
        return possessive || (group && ":=!".indexOf(kind) < 0);
    }
}
