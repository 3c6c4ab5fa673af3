package dev.codemode;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.source.InvalidSourceException;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads every source into one catalog, and collects every mistake along the way. Confined to one thread at a time. */
final class CatalogAssembly {
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
    private final List<SourceIssue> issues = new ArrayList<>();

    private CatalogAssembly() {}

    /**
     * The result of loading the sources.
     *
     * @param catalog every operation
     * @param handlers the handler of each operation
     * @param warnings the faults that did not stop the build
     */
    record Assembled(Catalog catalog, Map<OperationName, OperationHandler> handlers, List<SourceIssue> warnings) {}

    /**
     * Loads the sources in order.
     *
     * @throws InvalidSourceException with every error of every source
     */
    static Assembled of(List<ServiceSource> sources) {
        CatalogAssembly assembly = new CatalogAssembly();
        sources.forEach(source -> assembly.add(source.load(), sources.size() > 1));
        List<SourceIssue> errors = assembly.ofSeverity(SourceIssue.Severity.ERROR);
        if (errors.isEmpty() && assembly.handlers.isEmpty()) {
            errors = new ArrayList<>(assembly.issues);
            errors.add(SourceIssue.error(
                    "catalog",
                    "No source has an operation. Annotate a method with @CodeModeOperation, or add a source."));
        }
        if (!errors.isEmpty()) {
            throw new InvalidSourceException(errors);
        }
        return new Assembled(
                Catalog.of(assembly.services.values()),
                assembly.handlers,
                assembly.ofSeverity(SourceIssue.Severity.WARNING));
    }

    private List<SourceIssue> ofSeverity(SourceIssue.Severity severity) {
        return issues.stream().filter(issue -> issue.severity() == severity).toList();
    }

    private void add(SourceSnapshot snapshot, boolean oneOfMany) {
        snapshot.issues().forEach(issue -> issues.add(oneOfMany ? named(issue, snapshot.services()) : issue));
        for (Service service : snapshot.services()) {
            OperationName.problem(service.name())
                    .ifPresent(problem -> issues.add(SourceIssue.error("service " + service.name(), problem)));
            service.types().keySet().forEach(type -> checkTypeName(service, type));
            services.merge(service.name(), service, this::merge);
            service.operations().values().forEach(operation -> addHandler(operation, snapshot));
        }
    }

    private void checkTypeName(Service service, String type) {
        TypeDefinition.problem(type)
                .ifPresent(problem -> issues.add(SourceIssue.error("service " + service.name(), problem)));
    }

    /** Returns the issue with its service's name, if the source has one service: locations in documents do not tell. */
    private static SourceIssue named(SourceIssue issue, List<Service> services) {
        return services.size() == 1
                ? new SourceIssue(issue.severity(), services.get(0).name() + " " + issue.location(), issue.message())
                : issue;
    }

    private void addHandler(Operation operation, SourceSnapshot snapshot) {
        @Nullable OperationHandler handler = snapshot.handlers().get(operation.name());
        if (handler == null) {
            issues.add(
                    SourceIssue.error(operation.name().toString(), "The source gives no handler for the operation."));
        } else {
            handlers.putIfAbsent(operation.name(), handler);
        }
    }

    private Service merge(Service first, Service second) {
        Map<String, Operation> operations = new LinkedHashMap<>(first.operations());
        second.operations().forEach((path, operation) -> {
            if (operations.putIfAbsent(path, operation) != null) {
                issues.add(SourceIssue.error(
                        operation.name().toString(),
                        "Two sources have an operation of this name. Rename one, or give one source's service another"
                                + " name."));
            }
        });
        Map<String, TypeDefinition> types = new LinkedHashMap<>(first.types());
        second.types().forEach((name, type) -> {
            TypeDefinition known = types.putIfAbsent(name, type);
            if (known != null && !known.equals(type)) {
                issues.add(SourceIssue.error(
                        "service " + first.name(),
                        "Two sources define the type '" + name + "' differently. Give one source's service another"
                                + " name."));
            }
        });
        return new Service(
                first.name(), first.docs().text().isEmpty() ? second.docs() : first.docs(), operations, types);
    }
}
