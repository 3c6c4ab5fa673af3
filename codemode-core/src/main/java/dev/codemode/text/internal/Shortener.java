package dev.codemode.text.internal;

import dev.codemode.internal.Json;
import dev.codemode.internal.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shortens a JSON value by its structure: heads of arrays, heads of strings, first keys of objects; the outermost arrays
 * keep the most. A form is given up as soon as it is sure to be too large, so no value takes long. Held by {@code
 * HostWorkTest.takesAnyResult}. Confined to one thread at a time.
 */
final class Shortener {
    private static final int[] ITEMS = {2_000, 1_000, 500, 300, 200, 150, 100, 70, 50, 35, 25, 15, 10, 7, 5, 3, 2, 1, 0
    };
    private static final int[] CHARACTERS = {4_000, 1_000, 300, 100, 40};
    private static final int MAX_NOTES = 3;

    /** More than a token stands for in JSON. */
    private static final int CHARACTERS_PER_TOKEN = 8;

    private final int maxItems;
    private final int maxCharacters;
    private final List<String> notes = new ArrayList<>();
    private String next = "";
    private final long mostCharacters;
    private long characters;
    private int further;

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
                Object cut = shortener.cut(value, "$", 0);
                String json = shortener.isTooLarge() ? "" : Json.write(cut);
                if (!shortener.isTooLarge() && TokenEstimate.of(json) <= maxTokens) {
                    return new ResultText.Shortened(json, shortener.note(), shortener.next);
                }
            }
        }
        return new ResultText.Shortened("null", "Nothing of it fits.", "");
    }

    private boolean isTooLarge() {
        return characters > mostCharacters;
    }

    private String note() {
        String more = further == 0 ? "" : " and " + further + " more cuts";
        return notes.isEmpty() ? "" : "Cut: " + String.join("; ", notes) + more + ".";
    }

    private @Nullable Object cut(@Nullable Object value, String path, int depth) {
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
            say(String.format(Locale.ROOT, "%s is the first %,d of %,d characters", path, end, text.length()));
            goOn(path, end, text.length());
            return text.substring(0, end) + "…";
        }
        return value;
    }

    private List<@Nullable Object> cutList(List<?> list, String path, int depth) {
        int most = depth == 0 ? maxItems : Math.max(Math.min(maxItems, 3), maxItems / (2 * depth));
        List<@Nullable Object> kept = new ArrayList<>();
        for (int i = 0; i < Math.min(most, list.size()) && !isTooLarge(); i++) {
            kept.add(cut(list.get(i), path + "[" + i + "]", depth + 1));
        }
        if (kept.size() < list.size()) {
            say(String.format(Locale.ROOT, "%s is the first %,d of %,d items", path, kept.size(), list.size()));
            goOn(path, kept.size(), list.size());
        }
        return kept;
    }

    private Map<String, @Nullable Object> cutMap(Map<?, ?> map, String path, int depth) {
        int most = Math.max(maxItems, 10);
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (kept.size() == most || isTooLarge()) {
                break;
            }
            String name = (String) entry.getKey();
            characters += name.length();
            // An object does not count as a level: what it holds is as much the point as the object itself.
            kept.put(name, cut(entry.getValue(), path + JsonPath.property(name), depth));
        }
        if (kept.size() < map.size()) {
            say(String.format(Locale.ROOT, "%s has the first %,d of %,d keys", path, kept.size(), map.size()));
        }
        return kept;
    }

    /** Keeps the expression for what follows the first cut. */
    private void goOn(String path, int kept, int length) {
        if (next.isEmpty() && kept > 0) {
            next = "result" + path.substring(1) + ".slice(" + kept + ", " + Math.min(length, 2 * kept) + ")";
        }
    }

    private void say(String note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        } else {
            further++;
        }
    }
}
