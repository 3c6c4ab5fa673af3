package dev.codemode.source;

import dev.codemode.catalog.CodeModeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Thrown once when a catalog cannot be built, with every mistake of every source. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class InvalidSourceException extends CodeModeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SourceIssue> issues;

    /** Creates the exception; the message lists the issues in order. */
    public InvalidSourceException(List<SourceIssue> issues) {
        super(message(issues));
        this.issues = List.copyOf(issues);
    }

    private static String message(List<SourceIssue> issues) {
        List<String> lines = new ArrayList<>();
        lines.add("Cannot build the catalog: " + issues.size() + (issues.size() == 1 ? " mistake." : " mistakes."));
        for (int i = 0; i < issues.size(); i++) {
            SourceIssue issue = issues.get(i);
            lines.add((i + 1) + ". " + issue.location() + ": " + issue.message().replace("\n", "\n   "));
        }
        return String.join("\n", lines);
    }

    /** Returns the mistakes, in the order of the sources. */
    public List<SourceIssue> issues() {
        return issues;
    }
}
