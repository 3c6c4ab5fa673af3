package dev.codemode.audit;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.jsonschema.internal.words.ToolNames;
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
        ToolNames names = new ToolNames(name);
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
        List<Operation> operations = tools.stream()
                .map(tool -> {
                    OperationName operation = names.of(tool.name());
                    handlers.put(operation, call -> {
                        throw new UnsupportedOperationException("An audit calls no tools.");
                    });
                    return Operation.builder(operation, Effect.WRITE)
                            .docs(Docs.of(tool.description()))
                            .build();
                })
                .toList();
        return new SourceSnapshot(
                List.of(Service.of(names.service(), Docs.none(), operations, List.of())), handlers, List.of());
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
