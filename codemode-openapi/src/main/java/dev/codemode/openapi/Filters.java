package dev.codemode.openapi;

import dev.codemode.catalog.Effect;
import dev.codemode.source.SourceIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which operations a host takes and marks, and which of its filters have chosen none. Confined to one thread at a time. */
final class Filters {
    private final List<Watched> included = new ArrayList<>();
    private final List<Watched> excluded = new ArrayList<>();
    private final List<Marking> effects = new ArrayList<>();
    private int seen;
    private int taken;

    Filters(List<OperationFilter> included, List<OperationFilter> excluded, Map<OperationFilter, Effect> effects) {
        included.forEach(filter -> this.included.add(new Watched(filter)));
        excluded.forEach(filter -> this.excluded.add(new Watched(filter)));
        effects.forEach((filter, effect) -> this.effects.add(new Marking(new Watched(filter), effect)));
    }

    /** A filter that knows whether it has chosen anything. */
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

    private record Marking(Watched filter, Effect effect) {}

    /** Returns whether the host takes the operation. */
    boolean take(DocumentOperation operation) {
        seen++;
        boolean in = any(included, operation) || included.isEmpty();
        boolean out = any(excluded, operation);
        // A marking that fits what is left out has chosen something all the same.
        effects.forEach(marking -> marking.filter().matches(operation));
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

    /** Returns the effect that the last marking that fits gives the operation. */
    Optional<Effect> effect(DocumentOperation operation) {
        return effects.stream()
                .filter(marking -> marking.filter().matches(operation))
                .map(Marking::effect)
                .reduce((first, second) -> second);
    }

    /** Returns what is to be said of filters once all operations have been seen. */
    List<SourceIssue> issues() {
        List<SourceIssue> issues = new ArrayList<>();
        if (seen == 0) {
            return issues;
        }
        if (taken == 0) {
            issues.add(SourceIssue.warning(
                    included.isEmpty() ? "exclude" : "include",
                    "The filters leave none of the document's " + seen + (seen == 1 ? " operation" : " operations")
                            + ". Correct include and exclude, or remove them."));
        }
        unused("include", included, issues);
        unused("exclude", excluded, issues);
        unused("effects", effects.stream().map(Marking::filter).toList(), issues);
        return issues;
    }

    private static void unused(String name, List<Watched> filters, List<SourceIssue> issues) {
        for (int i = 0; i < filters.size(); i++) {
            if (!filters.get(i).used) {
                issues.add(SourceIssue.warning(name + "[" + i + "]", "It fits no operation of the document."));
            }
        }
    }
}
