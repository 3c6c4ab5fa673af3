package dev.codemode.openapi.internal.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.DocumentOperation;
import dev.codemode.openapi.internal.http.HttpBody;
import dev.codemode.openapi.internal.http.HttpParameter;
import dev.codemode.openapi.internal.http.HttpParameter.Location;
import dev.codemode.openapi.internal.http.HttpParameter.Style;
import dev.codemode.openapi.internal.http.SecurityScheme;
import dev.codemode.openapi.internal.http.ServerUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** OpenAPI 2.0, also known as Swagger. Confined to one thread at a time. */
final class Swagger2 implements Dialect {
    /** The part that ends where the authority does, whatever {@code basePath} is (OpenAPI 2.0, 5.1). */
    private static final Pattern HOST =
            Pattern.compile("(\\[[^\\]/?#@\\\\]*]|[^:/?#@\\\\\\[\\]\\s]+)(:[^:/?#@\\\\\\s]*)?");

    private final Located root;
    private final References references;
    private final Issues issues;
    private final PathItems paths;
    private final Security security;
    private final Uploads uploads;
    private final MediaTypes mediaTypes;

    Swagger2(Located root, Set<String> credentials, References references, Issues issues) {
        this.uploads = new Uploads(references, false);
        this.mediaTypes = new MediaTypes(references, uploads, issues);
        this.root = root;
        this.references = references;
        this.issues = issues;
        this.paths = new PathItems(root, references, issues);
        this.security = new Security(root, root.get("securityDefinitions"), credentials, references, issues);
    }

    @Override
    public List<DeclaredOperation> operations() {
        return paths.places().stream()
                .flatMap(place -> issues.attempt(place.at(), "The operation", () -> operation(place)).stream())
                .toList();
    }

    @Override
    public Map<String, SecurityScheme> schemes() {
        return security.schemes();
    }

    @Override
    public List<String> servers() {
        String path = root.text("basePath").orElse("");
        if (!path.isEmpty() && !path.startsWith("/")) {
            issues.add(
                    root.get("basePath"),
                    "'basePath' must begin with '/', but is '" + Prose.line(path, 80) + "'; it was read as if it did.");
            path = "/" + path;
        }
        String host = root.text("host").orElse("");
        if (HOST.matcher(host).matches()) {
            return List.of(scheme(root.texts("schemes")) + "://" + host + path);
        }
        if (!host.isEmpty()) {
            issues.add(
                    root.get("host"),
                    "'host' must be a name, optionally with a colon and a port, but is '"
                            + Prose.line(ServerUrl.shown(host), 80) + "'; it was left out.");
        }
        return path.isEmpty() ? List.of() : List.of(path);
    }

    private static String scheme(List<String> schemes) {
        List<String> known =
                schemes.stream().map(scheme -> scheme.toLowerCase(Locale.ROOT)).toList();
        return known.isEmpty() || known.contains("https") ? "https" : known.contains("http") ? "http" : "wss";
    }

    @Override
    public Located serversAt() {
        return root.get(root.get("host").exists() ? "host" : "basePath");
    }

    @Override
    public List<Located> schemas() {
        return root.get("definitions").members();
    }

    private DeclaredOperation operation(PathItems.Place place) {
        Located at = place.at();
        List<DeclaredOperation.Parameter> parameters = new ArrayList<>();
        List<Located> fields = new ArrayList<>();
        DeclaredOperation.Body body = null;
        for (Located declared : paths.parameters(place)) {
            switch (declared.text("in").orElse("")) {
                case "body" -> body = body(declared, consumes(at));
                case "formData" -> fields.add(declared);
                default -> parameter(declared).ifPresent(parameters::add);
            }
        }
        return new DeclaredOperation(
                DocumentOperation.of(
                        place.method(),
                        place.path(),
                        at.text("operationId").orElse(null),
                        at.texts("tags"),
                        at.isTrue("deprecated")),
                at,
                parameters,
                fields.isEmpty() ? body : form(at, fields),
                responses(at),
                security.needs(at),
                List.of());
    }

    private List<String> consumes(Located operation) {
        return operation.get("consumes").exists() ? operation.texts("consumes") : root.texts("consumes");
    }

    private DeclaredOperation.Body body(Located at, List<String> consumes) {
        return mediaTypes.body(
                at,
                at.isTrue("required"),
                consumes.isEmpty() ? List.of("application/json") : consumes,
                at.get("schema"));
    }

    /** Returns the form's fields as the properties of one object. */
    private DeclaredOperation.Body form(Located operation, List<Located> fields) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        Map<String, HttpBody.Part> parts = new LinkedHashMap<>();
        boolean files = false;
        boolean required = false;
        for (Located field : fields) {
            String name = field.text("name").orElse("");
            properties.set(name, field.node());
            boolean file = field.text("type").orElse("").equals("file");
            files |= file;
            if (field.isTrue("required")) {
                required = true;
                schema.withArray("required").add(name);
            }
            if (field.text("type").orElse("").equals("array")) {
                Style style = style(field, Location.QUERY);
                parts.put(name, new HttpBody.Part(List.of(), style, explode(field), false, false));
            }
        }
        boolean multipart = files || onlyMultipart(consumes(operation));
        Located fieldsSchema = new Located(schema, operation, "parameters", operation.file());
        return new DeclaredOperation.Body(
                operation.get("parameters"),
                required,
                multipart ? "multipart/form-data" : "application/x-www-form-urlencoded",
                multipart ? HttpBody.Kind.MULTIPART : HttpBody.Kind.FORM,
                fieldsSchema,
                multipart ? uploads.parts(fieldsSchema, Map.of()) : parts,
                null);
    }

    private static boolean onlyMultipart(List<String> consumes) {
        return consumes.stream().anyMatch(type -> type.startsWith("multipart/"))
                && consumes.stream().noneMatch("application/x-www-form-urlencoded"::equals);
    }

    private Optional<DeclaredOperation.Parameter> parameter(Located at) {
        String in = at.text("in").orElse("");
        String name = at.text("name").orElse("");
        if (!List.of("path", "query", "header").contains(in) || name.isEmpty()) {
            issues.add(
                    at,
                    "A parameter needs a name, and must be 'in' path, query, header, formData or body; it was left"
                            + " out.");
            return Optional.empty();
        }
        Location location = Location.valueOf(in.toUpperCase(Locale.ROOT));
        return Optional.of(new DeclaredOperation.Parameter(
                at,
                name,
                location,
                at.isTrue("required") || location == Location.PATH,
                new HttpParameter.Notation(style(at, location), explode(at), false, null),
                at));
    }

    private Style style(Located at, Location location) {
        Style usual = location == Location.QUERY ? Style.FORM : Style.SIMPLE;
        return switch (at.text("collectionFormat").orElse("csv")) {
            case "ssv" -> Style.SPACE_DELIMITED;
            case "pipes" -> Style.PIPE_DELIMITED;
            case "tsv" -> Style.TAB_DELIMITED;
            default -> usual;
        };
    }

    private static boolean explode(Located at) {
        return at.text("collectionFormat").orElse("").equals("multi");
    }

    private List<DeclaredOperation.Response> responses(Located operation) {
        List<String> produces =
                operation.get("produces").exists() ? operation.texts("produces") : root.texts("produces");
        List<DeclaredOperation.Response> responses = new ArrayList<>();
        for (Located declared : operation.get("responses").members()) {
            if (!declared.key().startsWith("x-")) {
                references.follow(declared).ifPresent(at -> responses.add(response(declared.key(), at, produces)));
            }
        }
        return responses;
    }

    private static DeclaredOperation.Response response(String status, Located at, List<String> produces) {
        Map<String, Located> contents = new LinkedHashMap<>();
        @Nullable Located schema = at.get("schema").exists() ? at.get("schema") : null;
        if (schema != null) {
            // A file is not JSON, though a document that names no other type says JSON.
            boolean file = schema.text("type").filter("file"::equals).isPresent();
            (produces.isEmpty() ? List.of("application/json") : produces)
                    .forEach(mediaType ->
                            contents.put(file && MediaTypes.isJson(mediaType) ? "*/*" : mediaType, schema));
        }
        Map<String, Located> headers = new LinkedHashMap<>();
        at.get("headers").members().forEach(header -> headers.put(header.key(), header));
        return new DeclaredOperation.Response(at, status, contents, headers);
    }
}
