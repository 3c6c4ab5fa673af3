package dev.codemode.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written about an operation, a type or a property. Immutable and thread-safe.
 *
 * @param text prose, empty where there is none; plain text, lines parted by {@code \n}
 * @param defaultJson the default as JSON text, or null where there is none
 * @param examples examples as JSON text
 * @param deprecated why not to use it and what to use in its place; empty when it is not deprecated
 * @since 0.1
 */
public record Docs(String text, @Nullable String defaultJson, List<String> examples, String deprecated) {
    private static final Docs NONE = of("");

    /** Copies the examples. */
    public Docs {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(deprecated, "deprecated");
        examples = List.copyOf(examples);
    }

    /** Returns the absence of documentation. */
    public static Docs none() {
        return NONE;
    }

    /** Returns documentation of prose alone. */
    public static Docs of(String text) {
        return new Docs(text, null, List.of(), "");
    }

    /** Returns this documentation with a default, given as JSON text. */
    public Docs withDefault(String json) {
        return new Docs(text, json, examples, deprecated);
    }
}
