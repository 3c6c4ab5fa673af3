package dev.codemode.source;

import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import java.util.List;
import java.util.Map;

/**
 * What a source holds at one moment. Immutable and thread-safe.
 *
 * @param services the services; two sources may give parts of one service, as long as no name repeats
 * @param handlers the handler of every operation of the services, and no others
 * @param issues what is wrong, in the order in which it was found
 * @since 0.1
 */
public record SourceSnapshot(
        List<Service> services, Map<OperationName, OperationHandler> handlers, List<SourceIssue> issues) {
    /** Copies the collections. */
    public SourceSnapshot {
        services = List.copyOf(services);
        handlers = Map.copyOf(handlers);
        issues = List.copyOf(issues);
    }
}
