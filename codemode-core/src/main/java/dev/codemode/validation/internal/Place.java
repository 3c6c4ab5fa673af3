package dev.codemode.validation.internal;

import dev.codemode.internal.json.JsonPath;
import org.jspecify.annotations.Nullable;

/**
 * The position of a value, spelt out only when a problem is reported. Immutable and thread-safe.
 *
 * @param parent the position of its container, or null for the argument itself
 * @param name the property, or null for an item
 * @param index the item
 */
record Place(@Nullable Place parent, @Nullable String name, int index) {
    /** The argument itself. */
    static final Place ROOT = new Place(null, null, 0);

    Place property(String property) {
        return new Place(this, property, 0);
    }

    Place item(int item) {
        return new Place(this, null, item);
    }

    /** Returns the JSON path, such as {@code $.lines[0].count}. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (Place place = this; place.parent != null; place = place.parent) {
            path.insert(0, place.name == null ? "[" + place.index + "]" : JsonPath.property(place.name));
        }
        return path.insert(0, '$').toString();
    }

    /** Returns the subject of a sentence, such as {@code 'lines[0].count'}. */
    String subject() {
        return parent == null ? "the argument" : quoted(path());
    }

    /** Returns a path in the form used within a sentence. */
    static String quoted(String path) {
        return "'" + path.substring(path.startsWith("$.") ? 2 : 1) + "'";
    }
}
