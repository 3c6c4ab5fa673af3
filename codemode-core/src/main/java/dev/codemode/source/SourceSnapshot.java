package dev.codemode.source;

import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import java.util.List;
import java.util.Map;

/**
 * The content of a source at one moment. Immutable and thread-safe.
 *
 * @param services the services; two sources may each provide part of one service, as long as no name repeats
 * @param handlers exactly one handler for every operation of the services
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
