package dev.codemode.declaration;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the namespace of one service. Confined to one thread at a time. */
final class ServiceText {
    private static final List<String> ROOT = List.of();

    private final TypeScriptDeclarations declarations;
    private final Service service;
    private final DeclaredNames names;
    private final Map<List<String>, List<Operation>> namespaces = new LinkedHashMap<>();
    /** The namespaces whose names are reserved words and that no function exports. */
    private final Set<List<String>> renamed = new LinkedHashSet<>();

    ServiceText(TypeScriptDeclarations declarations, Service service) {
        this.declarations = declarations;
        this.service = service;
        this.names = new DeclaredNames(service);
        namespaces.put(ROOT, new ArrayList<>());
        for (Operation operation : service.operations().values()) {
            List<String> path = operation.name().path();
            namespaces
                    .computeIfAbsent(path.subList(0, path.size() - 1), key -> new ArrayList<>())
                    .add(operation);
        }
        for (List<String> namespace : namespaces.keySet()) {
            for (int end = 1; end <= namespace.size(); end++) {
                List<String> path = namespace.subList(0, end);
                if (DeclaredNames.isReserved(path.get(end - 1))
                        && !service.operations().containsKey(String.join(".", path))) {
                    renamed.add(path);
                }
            }
        }
    }

    /** Returns the whole declaration. */
    String whole() {
        List<String> exported = renamed.stream()
                .filter(path -> path.size() == 1)
                .map(path -> names.export(path.get(0)))
                .toList();
        List<List<String>> blocks = rootBlocks(exported);
        String export = export(ROOT, exported);
        namespaces.keySet().stream()
                .filter(path -> !path.isEmpty())
                .forEach(path -> blocks.add(namespace(path, export)));
        renamed.stream()
                .filter(path -> path.size() > 1)
                .forEach(path -> blocks.add(List.of("  " + export + "namespace "
                        + names.of(path.subList(0, path.size() - 1)) + " { " + names.export(path.get(path.size() - 1))
                        + " }")));
        exported.forEach(line -> blocks.add(List.of("  " + line)));
        return declared(blocks);
    }

    /**
     * Returns the declaration in parts: under an empty path what is directly in the service, and each namespace under
     * its path.
     */
    Map<List<String>, String> parts() {
        Map<List<String>, String> parts = new LinkedHashMap<>();
        parts.put(ROOT, declared(rootBlocks(List.of())) + outline());
        namespaces.keySet().stream()
                .filter(path -> !path.isEmpty())
                .forEach(path -> parts.put(path, declared(List.of(namespace(path, "")))));
        return parts;
    }

    /** Returns which namespaces there are, without their operations. */
    private String outline() {
        StringBuilder text = new StringBuilder();
        for (List<String> path : namespaces.keySet()) {
            if (!path.isEmpty()) {
                text.append("declare namespace " + service.name() + "." + names.of(path) + " { const _: any; }\n");
            }
        }
        for (List<String> path : renamed) {
            List<String> outer = path.subList(0, path.size() - 1);
            text.append("declare namespace " + service.name() + (outer.isEmpty() ? "" : "." + names.of(outer)) + " { "
                    + names.export(path.get(path.size() - 1)) + " }\n");
        }
        return text.toString();
    }

    private String declared(List<List<String>> blocks) {
        List<String> lines = new ArrayList<>(DocComment.lines(service.docs().text(), ""));
        lines.add("declare namespace " + service.name() + " {");
        lines.add(joined(blocks));
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static String joined(List<List<String>> blocks) {
        return String.join(
                "\n\n", blocks.stream().map(block -> String.join("\n", block)).toList());
    }

    private List<List<String>> rootBlocks(List<String> exported) {
        String export = export(ROOT, exported);
        List<List<String>> blocks = new ArrayList<>();
        service.types().values().forEach(type -> blocks.add(TypeScriptDeclarations.type(type, "  ", export)));
        operationsOf(ROOT).forEach(operation -> blocks.add(function(operation, "  ", export)));
        return blocks;
    }

    private List<Operation> operationsOf(List<String> namespace) {
        return namespaces.getOrDefault(namespace, List.of());
    }

    private List<String> namespace(List<String> path, String export) {
        String own = export(path, List.of());
        List<List<String>> blocks = operationsOf(path).stream()
                .map(operation -> function(operation, "    ", own))
                .toList();
        return List.of("  " + export + "namespace " + names.of(path) + " {", joined(blocks), "  }");
    }

    /** One renamed export ends the implicit export of everything next to it, so all of that is exported explicitly. */
    private String export(List<String> namespace, List<String> exported) {
        boolean renames =
                operationsOf(namespace).stream().anyMatch(operation -> DeclaredNames.isReserved(localName(operation)));
        return renames || !exported.isEmpty() ? "export " : "";
    }

    private static String localName(Operation operation) {
        List<String> path = operation.name().path();
        return path.get(path.size() - 1);
    }

    private List<String> function(Operation operation, String indent, String export) {
        List<String> lines = new ArrayList<>(declarations.docsOf(operation, indent));
        String name = localName(operation);
        boolean reserved = DeclaredNames.isReserved(name);
        // A namespace of this name merges only with what is exported.
        String mark = reserved && !isNamespace(operation.name().path()) ? "" : export;
        String type = declarations.parametersAndResult(operation, indent);
        lines.add(indent + mark + "function " + names.of(name) + type + ";");
        if (reserved) {
            lines.add(indent + names.export(name));
        }
        return lines;
    }

    private boolean isNamespace(List<String> path) {
        return namespaces.keySet().stream()
                .anyMatch(namespace -> namespace.size() >= path.size()
                        && namespace.subList(0, path.size()).equals(path));
    }
}
