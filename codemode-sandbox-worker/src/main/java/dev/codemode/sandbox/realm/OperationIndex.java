package dev.codemode.sandbox.realm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that a script can call, as a tree. Immutable and thread-safe.
 *
 * @param services the services, each with a line feed after it
 * @param kinds the kind of each name and each of its prefixes
 * @param members the members of each namespace, each with a line feed after it
 */
record OperationIndex(String services, Map<String, Integer> kinds, Map<String, String> members) {
    private static final int OPERATION = 1;
    private static final int NAMESPACE = 2;

    /** Builds the tree. */
    static OperationIndex of(List<String> operations) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        Map<String, StringBuilder> members = new LinkedHashMap<>();
        for (String operation : operations) {
            add(operation, OPERATION, kinds, members);
            for (int dot = operation.lastIndexOf('.'); dot > 0; dot = operation.lastIndexOf('.', dot - 1)) {
                add(operation.substring(0, dot), NAMESPACE, kinds, members);
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach((path, names) -> texts.put(path, names.toString()));
        String services = texts.getOrDefault("", "");
        return new OperationIndex(services, Map.copyOf(kinds), Map.copyOf(texts));
    }

    private static void add(String name, int kind, Map<String, Integer> kinds, Map<String, StringBuilder> members) {
        if (kinds.put(name, kinds.getOrDefault(name, 0) | kind) == null) {
            int dot = name.lastIndexOf('.');
            members.computeIfAbsent(dot < 0 ? "" : name.substring(0, dot), path -> new StringBuilder())
                    .append(name, dot + 1, name.length())
                    .append('\n');
        }
    }

    /** Returns 0 for an unknown name, 1 for an operation, 2 for a namespace, 3 for both. */
    int kind(String name) {
        return kinds.getOrDefault(name, 0);
    }

    /** Returns the members of a namespace, each with a line feed after it. */
    String membersOf(String path) {
        return members.getOrDefault(path, "");
    }
}
