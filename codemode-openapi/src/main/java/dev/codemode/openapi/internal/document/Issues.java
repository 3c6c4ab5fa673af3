package dev.codemode.openapi.internal.document;

import dev.codemode.source.SourceIssue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a document or with what the host says of it, each thing once. Confined to one thread at a time. */
final class Issues {
    private final Set<SourceIssue> found = new LinkedHashSet<>();

    /** Adds a fault of the document. */
    void add(Located at, String message) {
        found.add(SourceIssue.warning(at.pointer(), message));
    }

    /** Adds a mistake of the host's, which stops the build. */
    void error(String location, String message) {
        found.add(SourceIssue.error(location, message));
    }

    /** Returns the issues in the order in which they were found; errors all, if the host wants no fault at all. */
    List<SourceIssue> list(boolean strict) {
        List<SourceIssue> issues = new ArrayList<>(found);
        if (strict) {
            issues.replaceAll(issue -> SourceIssue.error(issue.location(), issue.message()));
        }
        return issues;
    }
}
