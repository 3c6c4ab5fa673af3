package dev.codemode.text.internal;

import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shortens a JSON value along its structure: heads of arrays, heads of strings, first keys of objects; the outermost
 * arrays keep the most. A form is abandoned as soon as it is sure to be too large, so no value takes long. Held by
 * {@code HostWorkTest.takesAnyResult}. Confined to one thread at a time.
 */
final class Shortener {
    private static final int[] ITEMS = {2_000, 1_000, 500, 300, 200, 150, 100, 70, 50, 35, 25, 15, 10, 7, 5, 3, 2, 1, 0
    };
    private static final int[] CHARACTERS = {4_000, 1_000, 300, 100, 40};
    private static final int MAX_NOTES = 3;

    private static final Comparator<Cut> OUTERMOST_FIRST = Comparator.comparingInt(Cut::depth);

    /** More characters than one token stands for in JSON. */
    private static final int CHARACTERS_PER_TOKEN = 8;

    private final int maxItems;
    private final int maxCharacters;
    private final List<Cut> cuts = new ArrayList<>();
    private final long mostCharacters;
    private long characters;

    private Shortener(int maxItems, int maxCharacters, int maxTokens) {
        this.maxItems = maxItems;
        this.maxCharacters = maxCharacters;
        mostCharacters = (long) maxTokens * CHARACTERS_PER_TOKEN;
    }

    /** Returns the largest of the tried forms that fits into the tokens. */
    static ResultText.Shortened shorten(@Nullable Object value, int maxTokens) {
        for (int characters : CHARACTERS) {
            for (int items : ITEMS) {
                boolean worthClipping = items < 5 && characters > CHARACTERS[CHARACTERS.length - 1];
                if (worthClipping) {
                    break;
                }
                Shortener shortener = new Shortener(items, characters, maxTokens);
                Object cut = shortener.cut(value, "$", new Depth(0, 0));
                String json = shortener.isTooLarge() ? "" : Json.write(cut);
                if (!shortener.isTooLarge() && TokenEstimate.of(json) <= maxTokens) {
                    return new ResultText.Shortened(json, shortener.note(), shortener.next());
                }
            }
        }
        return new ResultText.Shortened("null", "None of it fits.", "");
    }

    private boolean isTooLarge() {
        return characters > mostCharacters;
    }

    /** Names the outermost cuts, which hide the most. */
    private String note() {
        int further = Math.max(0, cuts.size() - MAX_NOTES);
        String more = further == 0 ? "" : " and " + further + (further == 1 ? " more cut" : " more cuts");
        String notes = cuts.stream()
                .sorted(OUTERMOST_FIRST)
                .limit(MAX_NOTES)
                .map(Cut::note)
                .collect(Collectors.joining("; "));
        return notes.isEmpty() ? "" : "Cut: " + notes + more + ".";
    }

    /** Returns the expression for the rest after the outermost cut that has one. */
    private String next() {
        return cuts.stream()
                .sorted(OUTERMOST_FIRST)
                .filter(Cut::canGoOn)
                .findFirst()
                .map(Cut::next)
                .orElse("");
    }

    private @Nullable Object cut(@Nullable Object value, String path, Depth depth) {
        characters += value instanceof String text ? Math.min(text.length(), maxCharacters) : 1;
        if (isTooLarge()) {
            return null;
        }
        if (value instanceof List<?> list) {
            return cutList(list, path, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return cutMap(map, path, depth);
        }
        if (value instanceof String text && text.length() > maxCharacters) {
            int end = Character.isHighSurrogate(text.charAt(maxCharacters - 1)) ? maxCharacters - 1 : maxCharacters;
            cuts.add(new Cut(Kind.CHARACTERS, path, depth.steps(), end, text.length()));
            return text.substring(0, end) + "…";
        }
        return value;
    }

    private List<@Nullable Object> cutList(List<?> list, String path, Depth depth) {
        int lists = depth.lists();
        int most = lists == 0 ? maxItems : Math.max(Math.min(maxItems, 3), maxItems / (2 * lists));
        List<@Nullable Object> kept = new ArrayList<>();
        for (int i = 0; i < Math.min(most, list.size()) && !isTooLarge(); i++) {
            kept.add(cut(list.get(i), path + "[" + i + "]", depth.inList()));
        }
        if (kept.size() < list.size()) {
            cuts.add(new Cut(Kind.ITEMS, path, depth.steps(), kept.size(), list.size()));
        }
        return kept;
    }

    private Map<String, @Nullable Object> cutMap(Map<?, ?> map, String path, Depth depth) {
        int most = Math.max(maxItems, 10);
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (kept.size() == most || isTooLarge()) {
                break;
            }
            String name = (String) entry.getKey();
            characters += name.length();
            kept.put(name, cut(entry.getValue(), path + JsonPath.property(name), depth.inObject()));
        }
        if (kept.size() < map.size()) {
            cuts.add(new Cut(Kind.KEYS, path, depth.steps(), kept.size(), map.size()));
        }
        return kept;
    }

    /**
     * The position of a value.
     *
     * @param steps the steps from the root
     * @param lists how many of them lead into lists: the members of an object matter as much as the object itself
     */
    private record Depth(int steps, int lists) {
        Depth inList() {
            return new Depth(steps + 1, lists + 1);
        }

        Depth inObject() {
            return new Depth(steps + 1, lists);
        }
    }

    /** The parts that a cut counts. */
    private enum Kind {
        CHARACTERS,
        ITEMS,
        KEYS
    }

    /** A value that is kept only in part: its beginning. */
    private record Cut(Kind kind, String path, int depth, int kept, int length) {
        String note() {
            String verb = kind == Kind.KEYS ? "has" : "is";
            String parts = kind.name().toLowerCase(Locale.ROOT);
            return String.format(Locale.ROOT, "%s %s the first %,d of %,d %s", path, verb, kept, length, parts);
        }

        /** Returns whether there is an expression: a name that is too long is not given in full. */
        boolean canGoOn() {
            return kept > 0 && !path.contains("…");
        }

        String next() {
            String value = "result" + path.substring(1);
            String slice = ".slice(" + kept + ", " + Math.min(length, 2 * kept) + ")";
            return kind == Kind.KEYS ? "Object.fromEntries(Object.entries(" + value + ")" + slice + ")" : value + slice;
        }
    }
}
