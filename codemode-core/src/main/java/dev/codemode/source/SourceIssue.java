package dev.codemode.source;

import dev.codemode.internal.words.Visible;
import java.util.Objects;

/**
 * Something wrong in a source. Immutable and thread-safe.
 *
 * @param severity whether the catalog can still be built
 * @param location the location: a method, a JSON pointer (RFC 6901), a tool
 * @param message what was being done, what was found, and what to do about it
 * @since 0.1
 */
public record SourceIssue(Severity severity, String location, String message) {
    /** Replaces characters of location and message that control a terminal or that hide or reorder text with U+FFFD. */
    public SourceIssue {
        Objects.requireNonNull(severity, "severity");
        location = Visible.line(location);
        message = Visible.of(message);
    }

    /** Returns an issue that stops the build. */
    public static SourceIssue error(String location, String message) {
        return new SourceIssue(Severity.ERROR, location, message);
    }

    /** Returns an issue that is reported while the rest loads. */
    public static SourceIssue warning(String location, String message) {
        return new SourceIssue(Severity.WARNING, location, message);
    }

    /**
     * Whether the catalog can still be built.
     *
     * @since 0.1
     */
    public enum Severity {
        /** The build fails. */
        ERROR,
        /** The build goes on without the part that is wrong, or with a wider type. */
        WARNING
    }
}
