package dev.codemode.search;

import dev.codemode.catalog.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The meanings of words in the names of operations. Looked up at query time, so the index is unaffected. */
final class Synonyms {
    /** Words with one meaning; a query's word also stands for the others, but less than for itself. */
    private static final List<String> GROUPS = List.of(
            // Actions
            "create add new make insert register open place submit post",
            "delete remove destroy erase drop purge discard",
            "update edit modify change set patch adjust replace",
            "list browse enumerate all",
            "get fetch read retrieve view load return display",
            "search find lookup query filter",
            "cancel abort stop terminate revoke",
            "send deliver transmit",
            "run trigger dispatch execute invoke launch",
            "enable activate",
            "disable deactivate suspend",
            "start begin",
            "stop end halt",
            "check verify validate test",
            "copy duplicate clone",
            "move transfer",
            "assign reassign",
            "schedule plan",
            "book reserve",
            "calculate compute",
            "convert transform",
            "upload import",
            "download export",
            "count total number sum",
            // Things they are applied to
            "customer client buyer",
            "user account member people person",
            "order purchase",
            "stock inventory",
            "message mail email",
            "image picture photo",
            "invoice bill",
            "price cost amount",
            "song track",
            "movie film",
            "meeting event appointment",
            "task todo ticket",
            "comment note reply",
            "label tag",
            "folder directory",
            "company organization business",
            "team group",
            "website site domain",
            "server instance machine",
            "role permission",
            "webhook hook",
            "payment charge",
            "picture avatar",
            "login signin",
            "log audit",
            "phone telephone",
            "car vehicle",
            "flight plane",
            "hotel room",
            "address location",
            "chart plot graph",
            "metric statistic analytic",
            "quota limit");

    /** Abbreviations, and British or American spellings, of the same word. */
    private static final List<String> SAME = List.of(
            "repository repo",
            "organization organisation org",
            "environment env",
            "kubernetes k8s",
            "configuration config",
            "application app",
            "authentication auth",
            "authorization authorisation authz",
            "administrator admin",
            "database db",
            "certificate cert",
            "document doc",
            "information info",
            "message msg",
            "image img",
            "variable var",
            "parameter param",
            "package pkg",
            "namespace ns",
            "statistic stat",
            "development dev",
            "production prod",
            "subscription sub",
            "transaction txn",
            "account acct",
            "quantity qty",
            "maximum max",
            "minimum min",
            "number num",
            "reference ref",
            "specification spec",
            "identifier id",
            "temperature temp",
            "color colour",
            "favorite favourite",
            "catalog catalogue",
            "license licence");

    /** Short names for two consecutive words. */
    private static final Map<String, List<String>> PHRASES = Map.of(
            "pr", List.of("pull", "request"),
            "vm", List.of("virtual", "machine"),
            "2fa", List.of("two", "factor"),
            "lb", List.of("load", "balancer"),
            "pat", List.of("personal", "access", "token"));

    /** Changes of one state, which an API often offers as an operation that updates the whole. */
    private static final Set<String> STATES =
            words("rename archive unarchive close reopen lock unlock pin unpin reschedule"
                    + " reassign move mark resolve publish unpublish toggle");

    private static final Set<String> DESTROYING =
            words("delete remove destroy erase drop purge cancel revoke discard clear");
    private static final Set<String> WRITING = words(
            "create add new make insert register place submit post update edit modify change set patch adjust replace"
                    + " rename send ship schedule book reserve assign reassign upload enable disable archive close reopen");
    private static final Set<String> READING =
            words("list browse get fetch read retrieve view search find lookup check count return show display see");

    private static final Set<String> ADDING =
            words("create add new make insert register place submit post upload open");
    private static final Set<String> PUTTING =
            words("schedule book reserve arrange start write compose open put place");
    private static final Set<String> MANY = words("all list every browse enumerate");
    private static final Set<String> ONE = words("single specific particular one id detail");

    private static final Map<String, List<String>> SIMILAR = byWord(GROUPS);
    private static final Map<String, List<String>> EQUAL = byWord(SAME);

    private Synonyms() {}

    /** Returns words with nearly the same meaning, or none. */
    static List<String> of(String stem) {
        return SIMILAR.getOrDefault(stem, List.of());
    }

    /** Returns other spellings of the same word, or none. */
    static List<String> equal(String stem) {
        return EQUAL.getOrDefault(stem, List.of());
    }

    /** Returns the words that this one is short for, or none. */
    static List<String> phrase(String stem) {
        return PHRASES.getOrDefault(stem, List.of());
    }

    /** Returns whether the word asks for a change of one property. */
    static boolean changesState(String stem) {
        return STATES.contains(stem);
    }

    /** Returns whether the word says what to do. */
    static boolean isVerb(String stem) {
        return DESTROYING.contains(stem) || WRITING.contains(stem) || READING.contains(stem);
    }

    /** Returns whether the verb puts something into a collection. */
    static boolean adds(String verb) {
        return ADDING.contains(verb);
    }

    /** Returns whether the word asks for something new, which an API often just creates. */
    static boolean puts(String stem) {
        return PUTTING.contains(stem);
    }

    static boolean reads(String verb) {
        return READING.contains(verb);
    }

    static boolean saysMany(String stem) {
        return MANY.contains(stem);
    }

    static boolean saysOne(String stem) {
        return ONE.contains(stem);
    }

    /** Returns whether the verb asks for something that an operation with this effect does. */
    static boolean fits(String verb, Effect effect) {
        return switch (effect) {
            case READ -> READING.contains(verb);
            case WRITE -> WRITING.contains(verb);
            case DESTRUCTIVE -> DESTROYING.contains(verb);
        };
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    private static Map<String, List<String>> byWord(List<String> groups) {
        Map<String, List<String>> byWord = new HashMap<>();
        for (String group : groups) {
            List<String> words = List.of(group.split(" "));
            for (String word : words) {
                List<String> others = byWord.computeIfAbsent(word, key -> new ArrayList<>());
                words.stream()
                        .filter(other -> !other.equals(word) && !others.contains(other))
                        .forEach(others::add);
            }
        }
        return Map.copyOf(byWord);
    }
}
