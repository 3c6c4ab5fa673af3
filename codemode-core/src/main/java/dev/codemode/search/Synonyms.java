package dev.codemode.search;

import dev.codemode.catalog.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that mean the same in the names of operations. Looked up when a query is asked, so the index stays as it is. */
final class Synonyms {
    private static final List<Set<String>> GROUPS = List.of(
            group("create add new make insert register open place submit post"),
            group("delete remove destroy erase drop purge"),
            group("update edit modify change set patch adjust rename"),
            group("list browse enumerate all"),
            group("get fetch read retrieve view load"),
            group("search find lookup query filter"),
            group("cancel abort stop terminate revoke"),
            group("send deliver dispatch ship transmit"),
            group("enable activate start"),
            group("disable deactivate suspend"),
            group("count total number sum"),
            group("repository repo"),
            group("organization organisation org"),
            group("environment env"),
            group("kubernetes k8s"),
            group("configuration config setting"),
            group("customer client buyer user account"),
            group("order purchase"),
            group("stock inventory"),
            group("message mail email"),
            group("image picture photo"),
            group("invoice bill"),
            group("price cost amount"));

    private static final Map<String, List<String>> BY_WORD = byWord();
    private static final Set<String> DESTROYING = group("delete remove destroy erase drop purge cancel revoke");
    private static final Set<String> WRITING =
            group("create add new make insert register place submit post update edit modify change set patch adjust"
                    + " rename send ship");
    private static final Set<String> READING =
            group("list browse get fetch read retrieve view search find lookup show");

    private Synonyms() {}

    /** Returns the other words for this one, or none. */
    static List<String> of(String stem) {
        return BY_WORD.getOrDefault(stem, List.of());
    }

    /** Returns whether the verb asks for what an operation of this effect does. */
    static boolean fits(String verb, Effect effect) {
        return switch (effect) {
            case READ -> READING.contains(verb);
            case WRITE -> WRITING.contains(verb);
            case DESTRUCTIVE -> DESTROYING.contains(verb);
        };
    }

    private static Set<String> group(String words) {
        return Set.of(words.split(" "));
    }

    private static Map<String, List<String>> byWord() {
        Map<String, List<String>> byWord = new HashMap<>();
        for (Set<String> group : GROUPS) {
            for (String word : group) {
                List<String> others = byWord.computeIfAbsent(word, key -> new ArrayList<>());
                group.stream().filter(other -> !other.equals(word)).sorted().forEach(others::add);
            }
        }
        return Map.copyOf(byWord);
    }
}
