package dev.codemode.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The documentation of an operation, a type or a property. Immutable and thread-safe.
 *
 * @param text plain prose, with lines separated by {@code \n}; empty if there is none
 * @param defaultJson the default as JSON text, or null if there is none
 * @param examples examples as JSON text
 * @param deprecated why not to use it and what to use instead; empty if it is not deprecated
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

    /** Returns empty documentation. */
    public static Docs none() {
        return NONE;
    }

    /** Returns documentation with only prose. */
    public static Docs of(String text) {
        return new Docs(text, null, List.of(), "");
    }

    /** Returns this documentation with a default, given as JSON text. */
    public Docs withDefault(String json) {
        return new Docs(text, json, examples, deprecated);
    }
}
