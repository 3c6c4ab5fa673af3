package dev.codemode.sandbox.realm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code import(…)}, which evaluates {@code data:} URLs and which no option turns off.
 *
 * <p>Positions are only suspected here. The parser decides: where the word is code, its replacement does not parse;
 * where it is part of a string, a comment or a regular expression, it does.
 */
final class ImportCalls {
    private static final String NO_CODE = "#@@@@@";

    /** The word, but not {@code shop.import}, followed by an opening parenthesis, or by a comment that may hide one. */
    private static final Pattern SUSPECT =
            Pattern.compile("(?<![\\p{L}\\p{Nd}_$\\\\])(?<!(?<!\\.)\\.)import(?=[\\s\\p{Z}\\uFEFF]*+[(./])");

    private ImportCalls() {}

    /** Returns the first position where a call may be, or -1. */
    static int indexIn(String body) {
        Matcher suspects = SUSPECT.matcher(body);
        return suspects.find() ? suspects.start() : -1;
    }

    /** Returns a text of the same length that parses only if no such position is code; null if there is none. */
    static @Nullable String replaced(String body) {
        Matcher suspects = SUSPECT.matcher(body);
        return suspects.find() ? suspects.replaceAll(NO_CODE) : null;
    }
}
