package dev.codemode.openapi;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Effect;
import dev.codemode.internal.words.Counted;
import dev.codemode.source.SourceIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host's choice and marks of operations, and the filters that have matched none. Confined to one thread at a time.
 */
final class Filters {
    private final List<Watched> included = new ArrayList<>();
    private final List<Watched> excluded = new ArrayList<>();
    private final List<Marking<Effect>> effects;
    private final List<Marking<ArgumentCheck>> checks;
    private int seen;
    private int taken;

    Filters(
            List<OperationFilter> included,
            List<OperationFilter> excluded,
            Map<OperationFilter, Effect> effects,
            Map<OperationFilter, ArgumentCheck> checks) {
        included.forEach(filter -> this.included.add(new Watched(filter)));
        excluded.forEach(filter -> this.excluded.add(new Watched(filter)));
        this.effects = markings(effects);
        this.checks = markings(checks);
    }

    /** A filter that records whether it has matched anything. */
    private static final class Watched {
        private final OperationFilter filter;
        private boolean used;

        Watched(OperationFilter filter) {
            this.filter = filter;
        }

        boolean matches(DocumentOperation operation) {
            boolean matches = filter.matches(operation);
            used |= matches;
            return matches;
        }
    }

    /** What the host says about operations. */
    private record Marking<T>(Watched filter, T mark) {}

    private static <T> List<Marking<T>> markings(Map<OperationFilter, T> marks) {
        List<Marking<T>> markings = new ArrayList<>();
        marks.forEach((filter, mark) -> markings.add(new Marking<>(new Watched(filter), mark)));
        return markings;
    }

    /** Returns the mark of the last one that matches. */
    private static <T> Optional<T> marked(List<Marking<T>> markings, DocumentOperation operation) {
        Optional<T> last = Optional.empty();
        for (Marking<T> marking : markings) {
            last = marking.filter().matches(operation) ? Optional.of(marking.mark()) : last;
        }
        return last;
    }

    /** Returns whether the host includes the operation. */
    boolean take(DocumentOperation operation) {
        seen++;
        boolean in = any(included, operation) || included.isEmpty();
        boolean out = any(excluded, operation);
        // A marking that matches only excluded operations has still matched something.
        marked(effects, operation);
        marked(checks, operation);
        if (in && !out) {
            taken++;
        }
        return in && !out;
    }

    private static boolean any(List<Watched> filters, DocumentOperation operation) {
        boolean any = false;
        for (Watched filter : filters) {
            any |= filter.matches(operation);
        }
        return any;
    }

    /** Returns the effect that the last matching marking gives the operation. */
    Optional<Effect> effect(DocumentOperation operation) {
        return marked(effects, operation);
    }

    /** Returns what happens to a call whose arguments do not match the operation's declaration in the document. */
    ArgumentCheck argumentCheck(DocumentOperation operation) {
        return marked(checks, operation).orElse(ArgumentCheck.STRICT);
    }

    /** Returns the issues about filters, once all operations have been seen. */
    List<SourceIssue> issues() {
        List<SourceIssue> issues = new ArrayList<>();
        if (seen == 0) {
            return issues;
        }
        if (taken == 0) {
            issues.add(SourceIssue.warning(
                    included.isEmpty() ? "exclude" : "include",
                    "The filters leave out "
                            + (seen == 1
                                    ? "the document's only operation"
                                    : "all " + Counted.of(seen, "operation") + " of the document")
                            + ". Correct include and exclude, or remove them."));
        }
        unused("include", included, issues);
        unused("exclude", excluded, issues);
        unused("effects", filters(effects), issues);
        unused("arguments", filters(checks), issues);
        return issues;
    }

    private static <T> List<Watched> filters(List<Marking<T>> markings) {
        return markings.stream().map(Marking::filter).toList();
    }

    private static void unused(String name, List<Watched> filters, List<SourceIssue> issues) {
        for (int i = 0; i < filters.size(); i++) {
            if (!filters.get(i).used) {
                issues.add(SourceIssue.warning(name + "[" + i + "]", "It matches no operation of the document."));
            }
        }
    }
}
