package dev.codemode;

import dev.codemode.catalog.AccessPolicy;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.dispatch.internal.Dispatcher;
import dev.codemode.search.SearchIndex;
import dev.codemode.source.SourceIssue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One version of the catalog with all that is made from it; a change of a source swaps the whole. Executions in flight
 * keep theirs. Thread-safe.
 */
final class Snapshot {
    private static final int MAX_VIEWS = 256;

    private final Catalog catalog;
    private final Dispatcher dispatcher;
    private final SearchIndex index;
    private final AccessPolicy policy;
    private final List<SourceIssue> warnings;
    private final View everything;
    private final Map<List<Operation>, View> views = new ConcurrentHashMap<>();

    Snapshot(Dispatcher dispatcher, SearchIndex index, AccessPolicy policy, List<SourceIssue> warnings) {
        this.catalog = dispatcher.catalog();
        this.dispatcher = dispatcher;
        this.index = index;
        this.policy = policy;
        this.warnings = List.copyOf(warnings);
        this.everything = new View(catalog);
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    SearchIndex index() {
        return index;
    }

    List<SourceIssue> warnings() {
        return warnings;
    }

    /** Returns what the caller can see; callers who see the same share one view, so that what is made of it is reused. */
    View view(Caller caller) {
        if (policy == AccessPolicy.allowAll()) {
            return everything;
        }
        List<Operation> visible = catalog.operations().stream()
                .filter(operation -> policy.allows(caller, operation))
                .toList();
        if (visible.size() == everything.operations().size() - View.BUILT_IN.size()) {
            return everything;
        }
        View known = views.get(visible);
        if (known != null) {
            return known;
        }
        View view = new View(catalog.filter(Set.copyOf(visible)::contains));
        if (views.size() < MAX_VIEWS) {
            views.put(visible, view);
        }
        return view;
    }

    /**
     * What one group of callers can see.
     *
     * @param catalog the services
     * @param operations the dotted names that scripts can call, the library's own included
     */
    record View(Catalog catalog, List<String> operations) {
        static final List<String> BUILT_IN = List.of("codemode.search", "codemode.describe");

        View(Catalog catalog) {
            this(catalog, names(catalog));
        }

        private static List<String> names(Catalog catalog) {
            return Stream.concat(
                            catalog.operations().stream()
                                    .map(operation -> operation.name().toString()),
                            BUILT_IN.stream())
                    .toList();
        }

        boolean shows(Operation operation) {
            return catalog.find(operation.name().toString()).isPresent();
        }
    }
}
