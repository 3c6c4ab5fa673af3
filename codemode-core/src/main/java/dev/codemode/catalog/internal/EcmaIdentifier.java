package dev.codemode.catalog.internal;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The identifiers of ECMAScript (ECMA-262, 12.7: ID_Start and ID_Continue of Unicode), without invisible characters.
 * Holds no state.
 */
public final class EcmaIdentifier {
    /** Reserved words (ECMA-262, 12.7.2) of modules and of strict code, and literals. */
    public static final Set<String> RESERVED = Set.of(
            ("await break case catch class const continue debugger default delete do else enum export extends false"
                            + " finally for function if import in instanceof new null return super switch this throw true"
                            + " try typeof var void while with yield let static implements interface package private"
                            + " protected public")
                    .split(" "));

    /**
     * Properties with a special meaning: thenables, prototypes, JSON (ECMA-262, 27.2.1.3.2 and B.2.2.1). The realm's
     * {@code namespaces.js} has the same list, held to it by {@code ReservedNamesTest}.
     */
    public static final Set<String> SPECIAL_PROPERTIES =
            Set.of("then", "constructor", "__proto__", "prototype", "toJSON", "toString", "valueOf");

    /**
     * Characters that are letters by category but that Unicode counts as syntax, and letters and marks without a glyph.
     */
    private static final String EXCLUDED = "\\x{2E2F}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{034F}\\x{17B4}\\x{17B5}"
            + "\\x{180B}-\\x{180D}\\x{180F}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}";

    private static final String START = "[\\p{L}\\p{Nl}_$&&[^" + EXCLUDED + "]]";
    private static final String PART = "[\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}$&&[^" + EXCLUDED + "]]";

    private static final Pattern IDENTIFIER = Pattern.compile(START + PART + "*+");
    private static final Pattern BETWEEN = Pattern.compile("[^" + PART + "]+");

    private EcmaIdentifier() {}

    /** Whether the text is an identifier, or a reserved word. */
    public static boolean matches(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** Whether an identifier may begin with the first character of the text. */
    public static boolean begins(String text) {
        return IDENTIFIER.matcher(text).lookingAt();
    }

    /** Splits the text at characters that identifiers cannot contain; some parts may be empty. */
    public static String[] words(String text) {
        return BETWEEN.split(text, -1);
    }
}
