package dev.codemode.jsonschema.internal.words;

import dev.codemode.catalog.internal.EcmaIdentifier;

/** Turns names in documents into ECMAScript identifiers (ECMA-262, 12.7). Holds no state. */
public final class Identifiers {
    private static final int MAX_LENGTH = 90;

    private Identifiers() {}

    /**
     * Returns the text if it is an identifier, otherwise its words in camel case; empty if it has no letter or digit.
     */
    public static String camel(String text) {
        return EcmaIdentifier.matches(text) ? allowed(text) : allowed(joined(text, false));
    }

    /** Returns the words of the text in camel case, including a capital for the first one. */
    public static String pascal(String text) {
        return capital(EcmaIdentifier.matches(text) ? text : joined(text, true));
    }

    private static String joined(String text, boolean capital) {
        StringBuilder joined = new StringBuilder();
        for (String word : EcmaIdentifier.words(text)) {
            if (!word.isEmpty()) {
                boolean first = joined.isEmpty() && !capital;
                joined.append(first ? small(word) : capital(word));
            }
        }
        String identifier = joined.toString();
        return identifier.isEmpty() || EcmaIdentifier.begins(identifier) ? identifier : "_" + identifier;
    }

    /** Makes the first letter lower case, unless the word is an abbreviation in capitals. */
    private static String small(String word) {
        boolean abbreviation = word.length() > 1 && Character.isUpperCase(word.charAt(1));
        return abbreviation ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    /** Makes the first letter a capital. */
    public static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String allowed(String identifier) {
        String bounded = bounded(identifier, MAX_LENGTH);
        return EcmaIdentifier.SPECIAL_PROPERTIES.contains(bounded) ? bounded + "_" : bounded;
    }

    /** Returns the beginning of the identifier; no character is cut in two. */
    public static String bounded(String identifier, int maxLength) {
        if (identifier.length() <= maxLength) {
            return identifier;
        }
        boolean split = Character.isHighSurrogate(identifier.charAt(maxLength - 1));
        return identifier.substring(0, split ? maxLength - 1 : maxLength);
    }
}
