package dev.codemode.reflect.internal.mapping;

import dev.codemode.source.SourceIssue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The issues found in the beans, each once, in the order in which they were found. Confined to one thread at a time.
 */
public final class Issues {
    private final Set<SourceIssue> issues = new LinkedHashSet<>();

    /** Adds a mistake that stops the build. */
    public void error(String location, String message) {
        issues.add(SourceIssue.error(location, message));
    }

    /** Adds something that makes a type wider than necessary. */
    public void warning(String location, String message) {
        issues.add(SourceIssue.warning(location, message));
    }

    /** Returns how many issues there are. */
    public int count() {
        return issues.size();
    }

    /** Returns the issues in order. */
    public List<SourceIssue> all() {
        return List.copyOf(issues);
    }
}
