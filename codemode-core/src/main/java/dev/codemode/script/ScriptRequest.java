package dev.codemode.script;

import dev.codemode.catalog.Catalog;
import java.util.Objects;

/**
 * A script to prepare. Immutable and thread-safe.
 *
 * @param text what the model wrote
 * @param visible the services that the caller can see, the same instance as long as they do not change
 * @since 0.1
 */
public record ScriptRequest(String text, Catalog visible) {
    /** Checks that nothing is null. */
    public ScriptRequest {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(visible, "visible");
    }
}
