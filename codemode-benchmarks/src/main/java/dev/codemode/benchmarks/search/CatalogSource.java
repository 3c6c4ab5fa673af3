package dev.codemode.benchmarks.search;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operations that are only searched for.
 *
 * @param catalog the operations
 */
record CatalogSource(Catalog catalog) implements ServiceSource {
    @Override
    public SourceSnapshot load() {
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
        for (Operation operation : catalog.operations()) {
            handlers.put(operation.name(), call -> {
                throw new OperationFailedException("Nothing is called here.");
            });
        }
        return new SourceSnapshot(List.copyOf(catalog.services().values()), handlers, List.of());
    }

    @Override
    public void onChange(Runnable listener) {
        // Operations never change.
    }

    @Override
    public void close() {
        // It holds only memory.
    }
}
