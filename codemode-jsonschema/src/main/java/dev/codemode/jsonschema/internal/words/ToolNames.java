package dev.codemode.jsonschema.internal.words;

import dev.codemode.catalog.OperationName;
import java.util.HashSet;
import java.util.Set;

/**
 * Names the tools of one server as operations of one service: a character that identifiers cannot have becomes
 * {@code _}, and the second of two tools with the same name gets a number. Confined to one thread at a time.
 */
public final class ToolNames {
    private final String service;
    private final Set<OperationName> used = new HashSet<>();

    /** Creates the names of a server with this name, which may be any text. */
    public ToolNames(String server) {
        this.service = identifier(server);
    }

    /** Returns the name of the service. */
    public String service() {
        return service;
    }

    /** Returns the name of the operation of a tool, which no other tool has got. */
    public OperationName of(String tool) {
        String name = identifier(tool);
        OperationName operation = OperationName.of(service, name);
        for (int i = 2; !used.add(operation); i++) {
            operation = OperationName.of(service, name + "_" + i);
        }
        return operation;
    }

    private static String identifier(String name) {
        String identifier = name.replaceAll("[^A-Za-z0-9_]", "_");
        return OperationName.problem(identifier).isEmpty() ? identifier : "s_" + identifier;
    }
}
