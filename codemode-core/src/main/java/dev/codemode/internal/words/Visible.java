package dev.codemode.internal.words;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text from others safe to show. This is the one place that defines what is invisible: control characters, which
 * a terminal obeys; characters that hide or reorder text; line ends other than the line feed; unassigned code points;
 * and letters and marks without a glyph, with which one can write text that models read but people do not see. Holds no
 * state.
 */
public final class Visible {
    /** The maximum length of a name in a sentence. */
    private static final int MAX_NAME = 64;

    private static final String NO_GLYPH =
            "\\x{034F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FFA0}"
                    + "\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}";

    private static final String UNSEEN = "\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}" + NO_GLYPH;

    private static final Pattern ANY = Pattern.compile("[" + UNSEEN + "]");
    private static final Pattern BUT_LINE_FEED = Pattern.compile("[" + UNSEEN + "&&[^\\n]]");
    private static final Pattern BUT_LAYOUT = Pattern.compile("[" + UNSEEN + "&&[^\\n\\t\\r]]");
    private static final Pattern BLANKS = Pattern.compile("[ " + UNSEEN + "]+");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Zl}\\p{Zp}\\x85]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private Visible() {}

    /** Returns the text with U+FFFD for each invisible character except line feed. */
    public static String of(String text) {
        return BUT_LINE_FEED.matcher(text).replaceAll("\uFFFD");
    }

    /** Returns the text on one line, as {@link #of}. */
    public static String line(String text) {
        return of(text).replace('\n', ' ');
    }

    /** Returns prose without invisible characters; line feeds, tabs and carriage returns stay. */
    public static String prose(String text) {
        return BUT_LAYOUT.matcher(LINE_ENDS.matcher(text).replaceAll("\n")).replaceAll("");
    }

    /** Whether all of the text is visible, or is layout that {@link #prose} keeps. */
    public static boolean isProse(String text) {
        return !BUT_LAYOUT.matcher(text).find();
    }

    /** Returns the text on one line, with one space for invisible characters. */
    public static String spaced(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Returns the text on one line, with invisible characters escaped as in JSON: {@code \}{@code u202e}. */
    public static String escaped(String text) {
        Matcher unseen = ANY.matcher(text);
        return unseen.find() ? unseen.replaceAll(found -> Matcher.quoteReplacement(units(found.group()))) : text;
    }

    private static String units(String text) {
        StringBuilder units = new StringBuilder();
        text.chars().forEach(unit -> units.append(String.format("\\u%04x", unit)));
        return units.toString();
    }

    /** Returns a name for use in a sentence: escaped, and clipped if it is too long. */
    public static String name(String text) {
        return escaped(Excerpt.of(text, MAX_NAME));
    }

    /** Returns the first of these names as a list for a sentence; an ellipsis stands for the rest. */
    public static String names(Collection<?> names, int most) {
        return names.stream()
                        .limit(most)
                        .map(name -> name(String.valueOf(name)))
                        .collect(Collectors.joining(", "))
                + (names.size() > most ? ", …" : "");
    }

    /**
     * Returns a script's own text with U+FFFD for each control character except line feed and tab, and for each lone
     * surrogate. Characters that human languages need for correct spelling stay.
     */
    public static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }
}
