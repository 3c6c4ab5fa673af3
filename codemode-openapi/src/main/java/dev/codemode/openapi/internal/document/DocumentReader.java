package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.jsonschema.internal.document.DocumentTree;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.document.TooCostlyException;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import dev.codemode.jsonschema.internal.schema.Discriminators;
import dev.codemode.jsonschema.internal.schema.TypeNames;
import dev.codemode.jsonschema.internal.schema.Types;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.DocumentOperation;
import dev.codemode.openapi.internal.http.HttpOperation;
import dev.codemode.openapi.internal.http.PathTemplate;
import dev.codemode.openapi.internal.http.SecurityScheme;
import dev.codemode.openapi.internal.overlay.Overlay;
import dev.codemode.openapi.internal.text.DocumentText;
import dev.codemode.openapi.internal.text.ExternalFiles;
import dev.codemode.source.SourceIssue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document into a service. The document's tree is released afterwards: only the catalog's own data stays.
 * Confined to one thread at a time.
 */
public final class DocumentReader {
    private static final System.Logger LOG = System.getLogger("dev.codemode.openapi");

    private final DocumentOptions options;
    private final Issues issues = new Issues(LOG);
    private final Map<OperationName, DocumentOperation> documented = new HashMap<>();
    private final Map<OperationName, HttpOperation> calls = new HashMap<>();
    private final Map<OperationName, String> unserved = new HashMap<>();

    private DocumentReader(DocumentOptions options) {
        this.options = options;
    }

    /** Reads a text, JSON or YAML. */
    public static ReadDocument read(String text, DocumentOptions options) {
        return new DocumentReader(options).read(() -> DocumentText.parse(text), null);
    }

    /** Reads a file, JSON or YAML. */
    public static ReadDocument read(Path file, DocumentOptions options) {
        return new DocumentReader(options)
                .read(() -> ExternalFiles.read(file, options.files().maxBytes()), file.toAbsolutePath());
    }

    @FunctionalInterface
    private interface Text {
        DocumentTree get() throws UnreadableException;
    }

    /** The one place that catches everything: whatever a document causes is a fault of that document. */
    private ReadDocument read(Text text, @Nullable Path file) {
        try {
            return read(text.get(), file);
        } catch (UnreadableException | TooCostlyException e) {
            return unreadable("Cannot read the document. " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return unreadable("Cannot read the document. It takes more memory than the host has.");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.WARNING, "Reading the document of '" + options.service() + "' failed", e);
            return unreadable("Cannot read the document. It contains something unexpected; the host's log says more.");
        }
    }

    private ReadDocument unreadable(String message) {
        String location = "document of '" + options.service() + "'";
        SourceIssue issue =
                options.strict() ? SourceIssue.error(location, message) : SourceIssue.warning(location, message);
        return new ReadDocument(null, Map.of(), Map.of(), Map.of(), Map.of(), null, List.of(issue));
    }

    private ReadDocument read(DocumentTree tree, @Nullable Path file) {
        // Aliases share their values, and a change to one must not change them all.
        Located root = Located.root(
                options.files().overlays().isEmpty() ? tree.root() : tree.root().deepCopy(), "");
        for (DocumentTree.Fault fault : tree.faults()) {
            issues.add(root.descendant(fault.path()), fault.message());
        }
        options.files().overlays().forEach(overlay -> overlay(overlay, root));
        ExternalFiles files = new ExternalFiles(
                options.files().external(), file, options.files().maxBytes());
        References references = new References(root, files, issues);
        Optional<Dialect> dialect = dialect(root, references);
        if (dialect.isEmpty()) {
            return unreadable(
                    "The text is not an OpenAPI document: it needs a field 'openapi' with 3.0, 3.1 or 3.2, or 'swagger'"
                            + " of 2.0.");
        }
        return read(root, references, dialect.get());
    }

    private void overlay(Path file, Located document) {
        String name = String.valueOf(file.getFileName());
        try {
            new Overlay(ExternalFiles.read(file, options.files().maxBytes()).root(), name, issues).apply(document);
        } catch (UnreadableException | TooCostlyException e) {
            issues.error("overlay '" + name + "'", "Cannot apply the overlay. " + e.getMessage());
        }
    }

    private Optional<Dialect> dialect(Located root, References references) {
        String version = root.get("openapi").node().asText("");
        if (version.startsWith("3")) {
            if (!version.matches("3\\.[012](\\..*)?")) {
                issues.add(
                        root.get("openapi"),
                        "The version '" + Prose.line(version, 20)
                                + "' is not known; the document was read as version 3.2.");
            }
            return Optional.of(new OpenApi3(root, options.credentials(), references, issues));
        }
        return root.get("swagger").node().asText("").startsWith("2")
                ? Optional.of(new Swagger2(root, options.credentials(), references, issues))
                : Optional.empty();
    }

    private ReadDocument read(Located root, References references, Dialect dialect) {
        List<Located> declared = dialect.schemas();
        Types types = new Types(new TypeNames(declared), new Discriminators(declared, references), references, issues);
        Servers servers = Servers.of(options, dialect.servers(), dialect.serversAt(), issues);
        Map<String, SecurityScheme> schemes = dialect.schemes();
        Arguments arguments = new Arguments(types, references, hidden(schemes), issues);
        ResultReader results = new ResultReader(
                types,
                references,
                new MediaTypes(references, new Uploads(references, false), issues),
                options.selection().responseHeaders());
        OperationNames names =
                new OperationNames(options.service(), options.selection().renames(), issues);

        List<Operation> operations = new ArrayList<>();
        List<DeclaredOperation> declaredOperations = dialect.operations();
        names.assign(declaredOperations).forEach((name, operation) -> {
            if (options.selection().chosen().test(operation.id())) {
                issues.attempt(operation.at(), "The operation", () -> {
                            ResultReader.Returned returned = results.read(operation);
                            Arguments.Input taken = arguments.read(operation, returned.choices());
                            return operation(name, operation, taken, returned, servers);
                        })
                        .ifPresent(operations::add);
            }
        });
        List<Schema> schemas = new ArrayList<>();
        operations.forEach(operation -> {
            schemas.add(operation.input());
            schemas.add(operation.output());
        });
        if (declaredOperations.isEmpty()) {
            issues.add(root, "The document has no usable operation.");
        } else if (servers.base() == null && !operations.isEmpty()) {
            issues.add(dialect.serversAt(), servers.absence());
        }
        Service service = Service.of(options.service(), docs(root), operations, types.needed(schemas));
        return new ReadDocument(
                service, documented, calls, unserved, schemes, servers.base(), issues.list(options.strict()));
    }

    /** Whatever a security scheme or the host itself sends is not an argument for scripts. */
    private Predicate<DeclaredOperation.Parameter> hidden(Map<String, SecurityScheme> schemes) {
        return parameter -> options.selection().hidden().contains(parameter.name())
                || schemes.values().stream()
                        .anyMatch(scheme -> scheme instanceof SecurityScheme.ApiKey key
                                && key.location() == parameter.location()
                                && key.name().equals(parameter.name()));
    }

    private Operation operation(
            OperationName name,
            DeclaredOperation declared,
            Arguments.Input taken,
            ResultReader.Returned returned,
            Servers servers) {
        documented.put(name, declared.id());
        Servers.Place place = servers.of(declared.servers());
        if (place.server() == null) {
            unserved(name, declared, place);
        } else {
            calls.put(
                    name,
                    new HttpOperation(
                            declared.id().method(),
                            place.server(),
                            taken.path(),
                            taken.parameters(),
                            taken.body(),
                            new HttpOperation.Answers(returned.responses(), returned.headers()),
                            declared.security()));
        }
        return Operation.builder(name, effect(declared))
                .docs(docs(declared))
                .input(taken.input())
                .output(returned.output())
                .returns(returned.text())
                .tags(declared.id().tags())
                .resource(resource(declared))
                .argumentCheck(options.selection().argumentChecks().apply(declared.id()))
                .build();
    }

    private void unserved(OperationName name, DeclaredOperation declared, Servers.Place place) {
        if (declared.servers().isEmpty()) {
            unserved.put(name, "the host has configured no server for this API.");
            return;
        }
        issues.add(declared.at(), "The operation cannot be called. " + place.reason());
        unserved.put(
                name,
                place.unusable()
                        ? "the document names a server for this operation that no request can go to."
                        : "the host does not permit the server of this operation.");
    }

    private Effect effect(DeclaredOperation declared) {
        return options.selection().effects().apply(declared.id()).orElseGet(() -> switch (declared.id()
                .method()) {
            case "GET", "HEAD", "OPTIONS", "TRACE", "QUERY" -> Effect.READ;
            case "DELETE" -> Effect.DESTRUCTIVE;
            default -> Effect.WRITE;
        });
    }

    private static Docs docs(DeclaredOperation declared) {
        String summary = Prose.line(declared.at().text("summary").orElse(""), Prose.LINE);
        String text = Prose.text(declared.at().text("description").orElse(""), Prose.OPERATION);
        boolean repeats = text.equals(summary) || text.equals(summary + ".");
        if (summary.isEmpty() && text.isEmpty()) {
            text = Prose.line(declared.id().route(), Prose.LINE);
        }
        String prose = summary.isEmpty() ? text : repeats || text.isEmpty() ? summary : summary + "\n" + text;
        String deprecated = declared.id().deprecated() ? "Not for new code." : "";
        return new Docs(prose, null, List.of(), deprecated);
    }

    private static List<String> resource(DeclaredOperation declared) {
        return PathTemplate.of(declared.id().path(), Set.of()).segments().stream()
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.get(0) instanceof PathTemplate.Literal literal && segment.size() == 1
                        ? Prose.line(literal.text(), 60)
                        : Operation.ANY)
                .toList();
    }

    private Docs docs(Located root) {
        if (options.description() != null) {
            return Docs.of(options.description());
        }
        Located info = root.get("info");
        String title = Prose.line(info.text("title").orElse(""), Prose.LINE);
        String text = Prose.text(
                info.text("summary").or(() -> info.text("description")).orElse(""), Prose.PART);
        return Docs.of(title.isEmpty() ? text : text.isEmpty() ? title : title + ". " + text);
    }
}
