package dev.codemode.internal;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts of others fit to be shown. What is not seen is said in one place: control characters, which a terminal obeys,
 * what hides or reorders text, what ends a line without being a line feed, what no character is assigned to, and letters and
 * marks without a glyph, of which a text can be made that people do not see and models read. Holds no state.
 */
public final class Visible {
    /** The longest name in a sentence. */
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

    /** Returns the text with U+FFFD for each character but line feed that is not seen. */
    public static String of(String text) {
        return BUT_LINE_FEED.matcher(text).replaceAll("\uFFFD");
    }

    /** Returns the text on one line, as {@link #of}. */
    public static String line(String text) {
        return of(text).replace('\n', ' ');
    }

    /** Returns prose without what is not seen; line feeds, tabs and carriage returns stay. */
    public static String prose(String text) {
        return BUT_LAYOUT.matcher(LINE_ENDS.matcher(text).replaceAll("\n")).replaceAll("");
    }

    /** Whether all of the text is seen, or is layout as {@link #prose} leaves it. */
    public static boolean isProse(String text) {
        return !BUT_LAYOUT.matcher(text).find();
    }

    /** Returns the text on one line, with one space for what is not seen. */
    public static String spaced(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Returns the text on one line, with what is not seen as JSON spells it: {@code \}{@code u202e}. */
    public static String escaped(String text) {
        Matcher unseen = ANY.matcher(text);
        return unseen.find() ? unseen.replaceAll(found -> Matcher.quoteReplacement(units(found.group()))) : text;
    }

    private static String units(String text) {
        StringBuilder units = new StringBuilder();
        text.chars().forEach(unit -> units.append(String.format("\\u%04x", unit)));
        return units.toString();
    }

    /** Returns a name as a sentence shows it: escaped, and clipped where it is longer than names are. */
    public static String name(String text) {
        return escaped(Excerpt.of(text, MAX_NAME));
    }

    /** Returns the first of these names as a sentence lists them; an ellipsis says that there are more. */
    public static String names(Collection<?> names, int most) {
        return names.stream()
                        .limit(most)
                        .map(name -> name(String.valueOf(name)))
                        .collect(Collectors.joining(", "))
                + (names.size() > most ? ", …" : "");
    }

    /** Returns the JSON text of a small plain value, which reads as the same value and of which everything is seen. */
    public static String json(@Nullable Object value) {
        return escaped(Json.write(value));
    }

    /**
     * Returns a script's own text with U+FFFD for each control character but line feed and tab, and for each lone surrogate.
     * What its languages need to be written well stays.
     */
    public static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }
}
