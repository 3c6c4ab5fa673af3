package dev.codemode.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation under its names in the document, for a host that includes, renames or marks it. Immutable and
 * thread-safe.
 *
 * @param method the request method, in capitals
 * @param path the path template: {@code /repos/{owner}/{repo}}
 * @param id the {@code operationId}, if the document gives one
 * @param tags the tags, in order
 * @param deprecated whether the document marks it as deprecated
 * @since 0.1
 */
public record DocumentOperation(
        String method, String path, Optional<String> id, List<String> tags, boolean deprecated) {
    /** Copies the tags. */
    public DocumentOperation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(id, "id");
        method = method.toUpperCase(Locale.ROOT);
        tags = List.copyOf(tags);
    }

    /** Creates an operation. */
    public static DocumentOperation of(
            String method, String path, @Nullable String id, List<String> tags, boolean deprecated) {
        return new DocumentOperation(method, path, Optional.ofNullable(id), tags, deprecated);
    }

    /** Returns method and path: {@code GET /repos/{owner}/{repo}}. */
    public String route() {
        return method + " " + path;
    }
}
