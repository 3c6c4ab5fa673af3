package dev.codemode.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits names and prose into words: at camelCase, digits' ends, underscores and punctuation; lower case, singular. */
final class Words {
    private static final int MAX_WORDS = 2_000;
    private static final int MAX_LENGTH = 64;
    private static final List<String> ENDINGS = List.of("ing", "ion", "ed", "er", "or");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?|ftp)://[^\\s\"'<>]*");

    private static final Set<String> STOP = Set.of(
            ("a about all also am an and any are as at be been being but by can could did do does doing each either for"
                            + " from had has have he her here him his how i if in into is it its itself just may me"
                            + " might my no nor not of off on once one only or other our out over own per please shall"
                            + " she should so some such than that the their them then there these they this those to"
                            + " too under until up us use used using via was help try hi hello ok okay like currently now today we"
                            + " were what when where which while who whom why will with would you your need want give tell show")
                    .split(" "));

    /** Text in quotation marks. */
    static final Pattern QUOTED = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])['\"\u201c\u2018]([^'\"\u201c\u201d\u2018\u2019]{2,200})['\"\u201d\u2019](?![\\p{L}\\p{Nd}])");

    private Words() {}

    /** A word of a text, as spelt and as compared. */
    record Word(String spelt, String stem) {}

    /** Returns the words that carry meaning, in order. If all are stop words, they are returned after all. */
    static List<Word> ofQuery(String text) {
        List<Word> all = split(ADDRESS.matcher(text).replaceAll("url"));
        List<Word> meaningful =
                all.stream().filter(word -> !STOP.contains(word.stem())).toList();
        return meaningful.isEmpty() ? all : meaningful;
    }

    static boolean isStop(String stem) {
        return STOP.contains(stem);
    }

    /** Returns the stems of a text that is indexed, without stop words. */
    static List<String> ofText(String text) {
        return split(text).stream()
                .map(Word::stem)
                .filter(stem -> !STOP.contains(stem))
                .toList();
    }

    /** Returns the stems of a name, including stop words. */
    static List<String> ofName(String name) {
        return split(name).stream().map(Word::stem).toList();
    }

    static List<Word> split(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < MAX_WORDS; i++) {
            boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (start >= 0 && (!inWord || startsWord(text, i))) {
                add(words, text.substring(start, i));
                start = -1;
            }
            if (inWord && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** Returns whether a hump of camelCase begins here: {@code listPRs} is list, prs; {@code HTTPServer} is http, server. */
    private static boolean startsWord(String text, int i) {
        char here = text.charAt(i);
        char before = text.charAt(i - 1);
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean afterSmall = Character.isLowerCase(before) || Character.isDigit(before);
        boolean endsAcronym = Character.isUpperCase(before)
                && i + 2 < text.length()
                && Character.isLowerCase(text.charAt(i + 1))
                && Character.isLetter(text.charAt(i + 2));
        return afterSmall || endsAcronym;
    }

    private static void add(List<Word> words, String spelt) {
        String clipped = spelt.length() > MAX_LENGTH ? spelt.substring(0, MAX_LENGTH) : spelt;
        words.add(new Word(clipped, singular(clipped.toLowerCase(Locale.ROOT))));
    }

    /**
     * Returns the common part of the forms of a word: {@code playing} and {@code play}, {@code translation} and
     * {@code translate}.
     */
    static String root(String stem) {
        String root = stem;
        for (String ending : ENDINGS) {
            if (stem.length() > ending.length() + 3 && stem.endsWith(ending)) {
                root = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int length = root.length();
        if (length < stem.length() && length > 3 && root.charAt(length - 1) == root.charAt(length - 2)) {
            return root.substring(0, length - 1);
        }
        return root.length() > 3 && root.endsWith("e") ? root.substring(0, root.length() - 1) : root;
    }

    /** Removes the plural ending of English nouns, and leaves words that only look like plurals. */
    static String singular(String word) {
        int length = word.length();
        if (length < 4 || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return length > 4 ? word.substring(0, length - 3) + "y" : word.substring(0, length - 1);
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, length - 2);
        }
        return word.endsWith("s") ? word.substring(0, length - 1) : word;
    }
}
