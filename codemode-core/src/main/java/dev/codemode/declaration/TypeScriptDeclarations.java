package dev.codemode.declaration;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.declaration.internal.DeclarationText;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Visible;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * TypeScript declarations of a catalog: a {@code declare namespace} for each service, its types first, then a function
 * for each operation. The text compiles under {@code tsc --strict}; equal catalogs give equal bytes. Immutable and
 * thread-safe.
 *
 * @since 0.1
 */
public final class TypeScriptDeclarations {
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
        return new ServiceText(this, service).whole();
    }

    /**
     * Returns the declaration of one service in parts that are declarations by themselves and together say the same:
     * under an empty path, what is directly in the service, its types, and the names of its namespaces; and under its
     * path, the operations of each namespace.
     */
    public Map<List<String>, String> parts(Service service) {
        return new ServiceText(this, service).parts();
    }

    List<String> docsOf(Operation operation, String indent) {
        return DocComment.lines(operationText(operation), indent);
    }

    /** Returns the operation as a script calls it, with its documentation: {@code orders.find(args: …): Promise<…>}. */
    public String signature(Operation operation) {
        List<String> lines = new ArrayList<>(docsOf(operation, ""));
        lines.add(operation.name() + parametersAndResult(operation, ""));
        return String.join("\n", lines);
    }

    /** Returns the operation as a script calls it, on one line and without documentation. */
    public String shortSignature(Operation operation) {
        List<String> members = catalog.serviceOf(operation).parameters(operation).stream()
                .map(property -> TypeText.name(property) + ": " + onOneLine(property.schema()))
                .toList();
        String argument = members.isEmpty() ? "" : "{ " + String.join("; ", members) + " }";
        return operation.name() + "(" + argument + "): Promise<" + shortResult(operation) + ">";
    }

    /** Returns the type of the operation's result, on one line and without documentation. */
    public String shortResult(Operation operation) {
        return onOneLine(operation.output());
    }

    /** Returns the definition of a named type on one line and without documentation. */
    public String shortType(TypeDefinition type) {
        return DeclarationText.onOneLine(type(type));
    }

    private static String onOneLine(Schema schema) {
        return DeclarationText.onOneLine(TypeText.of(schema, ""));
    }

    /**
     * Returns the operation in two lines: its title, and how a script calls it. Members of long objects and of nested
     * objects are named without their types.
     *
     * @param maxCharacters about how long the members of an object may be
     */
    public String brief(Operation operation, int maxCharacters) {
        String text = Visible.prose(operationText(operation)).replace('\r', '\n');
        int end = text.indexOf('\n');
        String title = Excerpt.of(end < 0 ? text : text.substring(0, end), MAX_TITLE);
        return (title.isEmpty() ? "" : "// " + title + "\n") + briefSignature(operation, maxCharacters);
    }

    /** Returns how a script calls the operation, as in {@link #brief(Operation, int)}. */
    public String briefSignature(Operation operation, int maxCharacters) {
        String argument = argument(
                operation, () -> BriefType.of(catalog.serviceOf(operation).resolve(operation.input()), maxCharacters));
        return operation.name() + "(" + argument + "): Promise<" + BriefType.of(operation.output(), maxCharacters)
                + ">";
    }

    /** Returns the definition of a named type on one line; members of a long one are named without their types. */
    public String brief(TypeDefinition type, int maxCharacters) {
        return "type " + type.name() + " = " + BriefType.of(type.schema(), maxCharacters) + ";";
    }

    String parametersAndResult(Operation operation, String indent) {
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
        List<String> formats = DocComment.formats(operation.output());
        String result =
                (operation.returns() + (formats.isEmpty() ? "" : " (" + String.join(", ", formats) + ")")).strip();
        String returns = result.isEmpty() ? "" : "\n@returns " + result;
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

    static List<String> type(TypeDefinition type, String indent, String export) {
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
     * Returns the types that the operation's signature needs, nearest first, each followed by those that it needs in
     * turn.
     */
    public List<TypeDefinition> typesOf(Operation operation) {
        Set<String> names = new LinkedHashSet<>(operation.input().references());
        names.addAll(operation.output().references());
        return reached(names, catalog.serviceOf(operation));
    }

    /** Returns the types that the operation's arguments need, in the order of {@link #typesOf}. */
    public List<TypeDefinition> typesOfArguments(Operation operation) {
        return reached(operation.input().references(), catalog.serviceOf(operation));
    }

    /** Returns the types that the operation's result needs, in the order of {@link #typesOf}. */
    public List<TypeDefinition> typesOfResult(Operation operation) {
        return reached(operation.output().references(), catalog.serviceOf(operation));
    }

    private static List<TypeDefinition> reached(Set<String> names, Service service) {
        List<String> queue = new ArrayList<>(names);
        List<TypeDefinition> types = new ArrayList<>();
        for (int i = 0; i < queue.size(); i++) {
            TypeDefinition type = service.types().get(queue.get(i));
            if (type != null) {
                types.add(type);
                type.schema().references().stream().filter(names::add).forEach(queue::add);
            }
        }
        return types;
    }
}
