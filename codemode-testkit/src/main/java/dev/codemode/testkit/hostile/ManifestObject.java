package dev.codemode.testkit.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a manifest, whose position is named in its faults. Immutable and thread-safe.
 *
 * @param where its position, such as {@code manifest.json, scripts[3]}
 * @param fields its members
 */
record ManifestObject(String where, Map<?, ?> fields) {
    static ManifestObject of(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return new ManifestObject(where, fields);
        }
        throw new InvalidCorpusException(where + " must be an object, but was " + shown(value) + ".");
    }

    /** Returns this object under a more informative name, such as that of its file. */
    ManifestObject named(String name) {
        return new ManifestObject(where + " (" + name + ")", fields);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    @Nullable Object value(String field) {
        return fields.get(field);
    }

    String text(String field) {
        if (fields.get(field) instanceof String text) {
            return text;
        }
        throw fault(field, "a string");
    }

    int positive(String field) {
        if (fields.get(field) instanceof Long number && number > 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw fault(field, "a whole number above 0");
    }

    int positive(String field, int otherwise) {
        return has(field) ? positive(field) : otherwise;
    }

    ManifestObject object(String field) {
        return of(where + ": '" + field + "'", fields.get(field));
    }

    List<ManifestObject> objects(String field) {
        List<ManifestObject> objects = new ArrayList<>();
        for (Object element : list(field)) {
            objects.add(of(where + ", " + field + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(field)) {
            if (!(element instanceof String text)) {
                throw fault(field, "a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> list(String field) {
        if (!has(field)) {
            return List.of();
        }
        if (fields.get(field) instanceof List<?> list) {
            return list;
        }
        throw fault(field, "a list");
    }

    InvalidCorpusException fault(String field, String wanted) {
        String found = has(field) ? "was " + shown(fields.get(field)) : "is missing";
        return new InvalidCorpusException(where + ": '" + field + "' must be " + wanted + ", but " + found + ".");
    }

    private static String shown(@Nullable Object value) {
        String text = value instanceof String string ? '"' + string + '"' : String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
