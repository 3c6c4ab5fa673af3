package dev.codemode.internal.json;

import dev.codemode.internal.words.Excerpt;
import java.util.regex.Pattern;

/** Spells positions in a JSON value: {@code $.items[2]["unit price"]} (RFC 9535, 2.7). */
public final class JsonPath {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]{0,63}");

    private JsonPath() {}

    /** Returns the step to a property, clipped to 64 characters. */
    public static String property(String name) {
        if (NAME.matcher(name).matches()) {
            return "." + name;
        }
        String clipped = Excerpt.of(name, 64);
        return "[" + Json.visible(clipped) + "]";
    }
}
