package dev.codemode.search;

import dev.codemode.search.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a query that asks for several things: "find the order, then refund it". */
final class SubQueries {
    private static final int MAX_NEEDS = 6;
    private static final int MIN_WORDS = 2;
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:[.;!?,\\n]+(?:\\s+|$)|\\s+(?=(?:and|then|if|but|before|after|to)\\s))(?:(?:and|then|if|but|before|after|to)\\s+)*");

    private SubQueries() {}

    /** Returns the parts that each say what to do, and to what; none if there is only one. */
    static List<String> of(String query) {
        List<String> needs = new ArrayList<>();
        for (String part : BETWEEN.split(query, -1)) {
            List<Word> words = Words.ofQuery(part);
            boolean doesSomething = words.stream().anyMatch(word -> Synonyms.isVerb(word.stem()));
            if (doesSomething && words.size() >= MIN_WORDS && needs.size() < MAX_NEEDS) {
                needs.add(part);
            }
        }
        return needs.size() > 1 ? needs : List.of();
    }
}
