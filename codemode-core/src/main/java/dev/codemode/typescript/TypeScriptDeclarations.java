package dev.codemode.typescript;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.catalog.internal.ReferencedTypes;
import dev.codemode.internal.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * TypeScript declarations of a catalog: a {@code declare namespace} for each service, its types first, then a function
 * for each operation. The text compiles under {@code tsc --strict}; equal catalogs give equal bytes. Immutable and
 * thread-safe.
 *
 * @since 0.1
 */
public final class TypeScriptDeclarations {
    private static final Set<String> RESERVED = Set.of(
            ("await break case catch class const continue debugger default delete do else enum export extends false"
                            + " finally for function if import in instanceof new null return super switch this throw true"
                            + " try typeof var void while with yield let static implements interface package private"
                            + " protected public")
                    .split(" "));

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/");
    private static final int MAX_TITLE = 120;

    private final Catalog catalog;

    private TypeScriptDeclarations(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the declarations of a catalog. */
    public static TypeScriptDeclarations of(Catalog catalog) {
        return new TypeScriptDeclarations(Objects.requireNonNull(catalog, "catalog"));
    }

    /** Returns the whole {@code .d.ts} text: the globals that every script has, then each service. */
    public String all() {
        List<String> parts = new ArrayList<>();
        parts.add(ProvidedGlobals.text());
        catalog.services().values().forEach(service -> parts.add(service(service)));
        return String.join("\n", parts);
    }

    /** Returns the declaration of one service. */
    public String service(Service service) {
        Map<String, List<Operation>> byNamespace = new LinkedHashMap<>();
        byNamespace.put("", new ArrayList<>());
        for (Operation operation : service.operations().values()) {
            List<String> path = operation.name().path();
            byNamespace
                    .computeIfAbsent(String.join(".", path.subList(0, path.size() - 1)), key -> new ArrayList<>())
                    .add(operation);
        }
        List<List<String>> blocks = new ArrayList<>();
        String export = export(byNamespace.getOrDefault("", List.of()));
        service.types().values().forEach(type -> blocks.add(type(type, "  ", export)));
        byNamespace.forEach((namespace, operations) -> {
            if (namespace.isEmpty()) {
                operations.forEach(operation -> blocks.add(function(operation, "  ", export)));
            } else {
                blocks.add(namespace(namespace, operations, export));
            }
        });
        List<String> lines = new ArrayList<>(DocComment.lines(service.docs().text(), ""));
        lines.add("declare namespace " + service.name() + " {");
        lines.add(joined(blocks));
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private List<String> namespace(String name, List<Operation> operations, String export) {
        String ownExport = export(operations);
        List<List<String>> blocks = operations.stream()
                .map(operation -> function(operation, "    ", ownExport))
                .toList();
        return List.of("  " + export + "namespace " + name + " {", joined(blocks), "  }");
    }

    private static String joined(List<List<String>> blocks) {
        return String.join(
                "\n\n", blocks.stream().map(block -> String.join("\n", block)).toList());
    }

    /** One renamed export ends the implicit export of all that stands beside it, so everything there says it. */
    private static String export(List<Operation> operations) {
        return operations.stream().anyMatch(operation -> RESERVED.contains(localName(operation))) ? "export " : "";
    }

    private static String localName(Operation operation) {
        List<String> path = operation.name().path();
        return path.get(path.size() - 1);
    }

    private List<String> function(Operation operation, String indent, String export) {
        List<String> lines = new ArrayList<>(DocComment.lines(operationText(operation), indent));
        String name = localName(operation);
        if (RESERVED.contains(name)) {
            lines.add(indent + "function " + name + "_" + parametersAndResult(operation, indent) + ";");
            lines.add(indent + "export { " + name + "_ as " + name + " };");
        } else {
            lines.add(indent + export + "function " + name + parametersAndResult(operation, indent) + ";");
        }
        return lines;
    }

    /** Returns the operation as a script calls it, with its documentation: {@code orders.find(args: …): Promise<…>}. */
    public String signature(Operation operation) {
        List<String> lines = new ArrayList<>(DocComment.lines(operationText(operation), ""));
        lines.add(operation.name() + parametersAndResult(operation, ""));
        return String.join("\n", lines);
    }

    /** Returns the operation as a script calls it, on one line and without documentation. */
    public String shortSignature(Operation operation) {
        String result = onOneLine(TypeText.of(operation.output(), ""));
        List<String> names = catalog.serviceOf(operation).parameters(operation).stream()
                .map(property -> property.name() + (property.required() ? "" : "?") + ": "
                        + onOneLine(TypeText.of(property.schema(), "")))
                .toList();
        String argument = names.isEmpty() ? "" : "{ " + String.join("; ", names) + " }";
        return operation.name() + "(" + argument + "): Promise<" + result + ">";
    }

    private static String onOneLine(String type) {
        return COMMENT.matcher(type).replaceAll("").replaceAll("\\s+", " ").replace("; }", " }");
    }

    /**
     * Returns the operation in two lines: its title, and how a script calls it. Members of long objects and of objects within
     * objects are named without their types.
     *
     * @param maxCharacters about how long the members of an object may be
     */
    public String brief(Operation operation, int maxCharacters) {
        String text = operationText(operation);
        int end = text.indexOf('\n');
        String title = Excerpt.of(end < 0 ? text : text.substring(0, end), MAX_TITLE);
        String argument = argument(
                operation, () -> BriefType.of(catalog.serviceOf(operation).resolve(operation.input()), maxCharacters));
        String result = BriefType.of(operation.output(), maxCharacters);
        return (title.isEmpty() ? "" : "// " + title + "\n") + operation.name() + "(" + argument + "): Promise<"
                + result + ">";
    }

    /** Returns the definition of a named type on one line; members of a long one are named without their types. */
    public String brief(TypeDefinition type, int maxCharacters) {
        return "type " + type.name() + " = " + BriefType.of(type.schema(), maxCharacters) + ";";
    }

    private String parametersAndResult(Operation operation, String indent) {
        String argument = argument(operation, () -> TypeText.of(operation.input(), indent));
        return "(" + argument + "): Promise<" + TypeText.of(operation.output(), indent) + ">";
    }

    /** Returns the parameter of an operation's declaration, or nothing if it takes no argument. */
    private String argument(Operation operation, Supplier<String> type) {
        Service service = catalog.serviceOf(operation);
        List<Schema.Property> parameters = service.parameters(operation);
        if (parameters.isEmpty()
                && service.resolve(operation.input()) instanceof Schema.ObjectSchema object
                && object.closed()) {
            return "";
        }
        boolean optional = parameters.stream().noneMatch(Schema.Property::required);
        return "args" + (optional ? "?" : "") + ": " + type.get();
    }

    private static String operationText(Operation operation) {
        String returns = operation.returns().isBlank()
                ? ""
                : "\n@returns " + operation.returns().strip();
        String effect = switch (operation.effect()) {
            case READ -> "";
            case WRITE -> " (writes)";
            case DESTRUCTIVE -> " (destructive)";
        };
        String deprecated = operation.docs().deprecated().isBlank()
                ? ""
                : "\n@deprecated " + operation.docs().deprecated().strip();
        String text = operation.docs().text().strip();
        int end = text.indexOf('\n');
        String marked = end < 0 ? text + effect : text.substring(0, end) + effect + text.substring(end);
        return (marked + returns + deprecated).strip();
    }

    /** Returns the definition of a named type, at the left margin. */
    public String type(TypeDefinition type) {
        return String.join("\n", type(type, "", ""));
    }

    private static List<String> type(TypeDefinition type, String indent, String export) {
        List<String> lines = new ArrayList<>(DocComment.lines(DocComment.of(type.docs(), type.schema()), indent));
        if (type.schema() instanceof Schema.ObjectSchema object) {
            lines.add(indent + export + "interface " + type.name() + " {");
            lines.addAll(TypeText.members(object, indent + "  "));
            lines.add(indent + "}");
        } else {
            lines.add(indent + export + "type " + type.name() + " = " + TypeText.of(type.schema(), indent) + ";");
        }
        return lines;
    }

    /**
     * Returns the types that the operation's signature needs, nearest first, each with those that it needs in turn after
     * it.
     */
    public List<TypeDefinition> typesOf(Operation operation) {
        Set<String> names = new LinkedHashSet<>(ReferencedTypes.in(operation.input()));
        names.addAll(ReferencedTypes.in(operation.output()));
        return reached(names, catalog.serviceOf(operation));
    }

    /** Returns the types that the operation's arguments need, in the order of {@link #typesOf}. */
    public List<TypeDefinition> typesOfArguments(Operation operation) {
        return reached(ReferencedTypes.in(operation.input()), catalog.serviceOf(operation));
    }

    /** Returns the types that the operation's result needs, in the order of {@link #typesOf}. */
    public List<TypeDefinition> typesOfResult(Operation operation) {
        return reached(ReferencedTypes.in(operation.output()), catalog.serviceOf(operation));
    }

    private static List<TypeDefinition> reached(Set<String> names, Service service) {
        List<String> queue = new ArrayList<>(names);
        List<TypeDefinition> types = new ArrayList<>();
        for (int i = 0; i < queue.size(); i++) {
            TypeDefinition type = service.types().get(queue.get(i));
            if (type != null) {
                types.add(type);
                ReferencedTypes.in(type.schema()).stream().filter(names::add).forEach(queue::add);
            }
        }
        return types;
    }
}
