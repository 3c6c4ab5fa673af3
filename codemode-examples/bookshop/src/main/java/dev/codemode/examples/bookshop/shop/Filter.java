package dev.codemode.examples.bookshop.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@code WHERE} clause of the conditions that a caller asked for. Confined to one thread at a time. */
final class Filter {
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> arguments = new ArrayList<>();

    /** Adds a condition with one question mark in it, unless the value for it is null. */
    Filter and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            arguments.add(value);
        }
        return this;
    }

    /** Returns the clause, or nothing where every row matches. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** Returns what the question marks stand for, and then these. */
    @Nullable Object[] arguments(Object... further) {
        List<@Nullable Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(further));
        return all.toArray();
    }

    /** Returns a pattern of SQL's LIKE for texts that contain this one in any case, or null for null. */
    static @Nullable String containing(@Nullable String text) {
        return text == null ? null : "%" + text.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}
