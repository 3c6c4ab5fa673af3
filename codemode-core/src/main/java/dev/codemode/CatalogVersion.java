package dev.codemode;

import dev.codemode.catalog.AccessPolicy;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.dispatch.internal.Dispatcher;
import dev.codemode.internal.threads.LeastRecentlyUsed;
import dev.codemode.search.SearchIndex;
import dev.codemode.source.SourceIssue;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of the catalog with everything that is made from it; when a source changes, the whole is swapped.
 * Executions in flight keep theirs. Thread-safe.
 */
final class CatalogVersion {
    private static final int MAX_VIEWS = 256;

    private final List<Operation> operations;
    private final Dispatcher dispatcher;
    private final SearchIndex index;
    private final AccessPolicy policy;
    private final List<SourceIssue> warnings;
    private final View everything;
    private final LeastRecentlyUsed<BitSet, View> views = new LeastRecentlyUsed<>(MAX_VIEWS);

    CatalogVersion(Dispatcher dispatcher, SearchIndex index, AccessPolicy policy, List<SourceIssue> warnings) {
        this.operations = dispatcher.catalog().operations();
        this.dispatcher = dispatcher;
        this.index = index;
        this.policy = policy;
        this.warnings = List.copyOf(warnings);
        this.everything = View.of(dispatcher.catalog(), operation -> true);
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Returns all services, the same instance as for a caller who sees everything. */
    Catalog everything() {
        return everything.catalog();
    }

    SearchIndex index() {
        return index;
    }

    List<SourceIssue> warnings() {
        return warnings;
    }

    /**
     * Returns what the caller can see; callers who see the same share one view, so that whatever is made from it is
     * reused.
     */
    View view(Caller caller) {
        if (policy == AccessPolicy.allowAll()) {
            return everything;
        }
        BitSet visible = new BitSet(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            visible.set(i, policy.allows(caller, operations.get(i)));
        }
        if (visible.cardinality() == operations.size()) {
            return everything;
        }
        return views.get(visible, this::view);
    }

    private View view(BitSet visible) {
        Set<OperationName> names =
                visible.stream().mapToObj(i -> operations.get(i).name()).collect(Collectors.toUnmodifiableSet());
        Predicate<Operation> shows = operation -> names.contains(operation.name());
        return View.of(dispatcher.catalog().filter(shows), shows);
    }

    /**
     * The view of one group of callers.
     *
     * @param catalog the services
     * @param operations the dotted names that scripts can call, including the library's own
     * @param shows whether an operation is part of the view
     */
    record View(Catalog catalog, List<String> operations, Predicate<Operation> shows) {
        private static final List<String> BUILT_IN = List.of("codemode.search", "codemode.describe");

        static View of(Catalog catalog, Predicate<Operation> shows) {
            Stream<String> names = catalog.operations().stream()
                    .map(operation -> operation.name().toString());
            return new View(catalog, Stream.concat(names, BUILT_IN.stream()).toList(), shows);
        }
    }
}
