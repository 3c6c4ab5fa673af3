package dev.codemode.audit;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools of a server as operations of one service, as far as an audit needs them: the descriptions of the two tools
 * name services and count operations, but show no types.
 *
 * @param name the server's name in the audit
 * @param tools the server's tools
 */
record ToolSource(String name, List<ToolDefinition> tools) implements ServiceSource {
    @Override
    public SourceSnapshot load() {
        String service = identifier(name);
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
        List<Operation> operations = tools.stream()
                .map(tool -> {
                    OperationName operation = unused(service, identifier(tool.name()), handlers);
                    handlers.put(operation, call -> {
                        throw new UnsupportedOperationException("An audit calls no tools.");
                    });
                    return Operation.builder(operation, Effect.WRITE)
                            .docs(Docs.of(tool.description()))
                            .build();
                })
                .toList();
        return new SourceSnapshot(
                List.of(Service.of(service, Docs.none(), operations, List.of())), handlers, List.of());
    }

    private static OperationName unused(String service, String name, Map<OperationName, OperationHandler> used) {
        OperationName operation = OperationName.of(service, name);
        for (int i = 2; used.containsKey(operation); i++) {
            operation = OperationName.of(service, name + "_" + i);
        }
        return operation;
    }

    private static String identifier(String name) {
        String identifier = name.replaceAll("[^A-Za-z0-9_]", "_");
        return OperationName.problem(identifier).isEmpty() ? identifier : "s_" + identifier;
    }

    @Override
    public void onChange(Runnable listener) {
        // The tools are a snapshot.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
