package dev.codemode.openapi.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.DocumentOperation;
import dev.codemode.openapi.internal.http.HttpParameter;
import dev.codemode.openapi.internal.http.HttpParameter.Location;
import dev.codemode.openapi.internal.http.HttpParameter.Style;
import dev.codemode.openapi.internal.http.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OpenAPI 3.0 to 3.2. Confined to one thread at a time. */
final class OpenApi3 implements Dialect {
    private final Located root;
    private final References references;
    private final Issues issues;
    private final PathItems paths;
    private final Security security;
    private final MediaTypes mediaTypes;

    OpenApi3(Located root, Set<String> credentials, References references, Issues issues) {
        this.root = root;
        this.references = references;
        this.issues = issues;
        this.paths = new PathItems(root, references, issues);
        this.security =
                new Security(root, root.get("components").get("securitySchemes"), credentials, references, issues);
        boolean untyped = !root.get("openapi").node().asText("").startsWith("3.0");
        this.mediaTypes = new MediaTypes(references, new Uploads(references, untyped), issues);
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
        return servers(root);
    }

    @Override
    public Located serversAt() {
        return root.get("servers");
    }

    @Override
    public List<Located> schemas() {
        return root.get("components").get("schemas").members();
    }

    private static List<String> servers(Located holder) {
        List<String> urls = new ArrayList<>();
        for (Located server : holder.get("servers").items()) {
            String url = server.text("url").orElse("");
            for (Located variable : server.get("variables").members()) {
                JsonNode value = variable.node().path("default");
                url = value.isValueNode() && !value.isNull()
                        ? url.replace("{" + variable.key() + "}", value.asText())
                        : url;
            }
            urls.add(url);
        }
        return urls;
    }

    private DeclaredOperation operation(PathItems.Place place) {
        Located at = place.at();
        List<DeclaredOperation.Parameter> parameters = new ArrayList<>();
        for (Located declared : paths.parameters(place)) {
            parameter(declared).ifPresent(parameters::add);
        }
        List<String> servers = servers(at).isEmpty() ? servers(place.item()) : servers(at);
        return new DeclaredOperation(
                DocumentOperation.of(
                        place.method(),
                        place.path(),
                        at.text("operationId").orElse(null),
                        at.texts("tags"),
                        at.isTrue("deprecated")),
                at,
                parameters,
                body(at.get("requestBody")),
                responses(at),
                security.needs(at),
                servers.equals(servers()) ? List.of() : servers);
    }

    private Optional<DeclaredOperation.Parameter> parameter(Located at) {
        Optional<Location> location = location(at);
        String name = at.text("name").orElse("");
        if (location.isEmpty() || (name.isEmpty() && !isQueryString(at))) {
            issues.add(
                    at, "A parameter needs a name, and must be 'in' path, query, header or cookie; it was left out.");
            return Optional.empty();
        }
        Optional<Located> content = at.get("content").members().stream().findFirst();
        Located media = content.flatMap(references::follow).orElse(at);
        Style style = style(at, location.get());
        boolean explode = at.get("explode").exists() ? at.isTrue("explode") : style == Style.FORM;
        HttpParameter.@Nullable Written written = content.map(found -> mediaTypes.written(found, media))
                .orElse(isQueryString(at) ? new HttpParameter.Written(MediaType.FORM, Map.of()) : null);
        return Optional.of(new DeclaredOperation.Parameter(
                at,
                name.isEmpty() ? "query" : name,
                location.get(),
                at.isTrue("required") || location.get() == Location.PATH,
                new HttpParameter.Notation(style, explode, at.isTrue("allowReserved"), written),
                media.get("schema")));
    }

    private static boolean isQueryString(Located at) {
        return at.text("in").orElse("").equals("querystring");
    }

    private static Optional<Location> location(Located at) {
        return Optional.ofNullable(
                switch (at.text("in").orElse("")) {
                    case "path" -> Location.PATH;
                    case "query" -> Location.QUERY;
                    case "querystring" -> Location.QUERYSTRING;
                    case "header" -> Location.HEADER;
                    case "cookie" -> Location.COOKIE;
                    default -> null;
                });
    }

    private Style style(Located at, Location location) {
        Style usual = location == Location.PATH || location == Location.HEADER ? Style.SIMPLE : Style.FORM;
        String style = at.text("style").orElse("");
        return switch (style) {
            case "" -> usual;
            case "matrix" -> Style.MATRIX;
            case "label" -> Style.LABEL;
            case "form", "cookie" -> Style.FORM;
            case "simple" -> Style.SIMPLE;
            case "spaceDelimited" -> Style.SPACE_DELIMITED;
            case "pipeDelimited" -> Style.PIPE_DELIMITED;
            case "deepObject" -> Style.DEEP_OBJECT;
            default -> {
                issues.add(
                        at,
                        "A parameter has the unknown style '" + Prose.line(style, 40)
                                + "'; it was read as if it had none.");
                yield usual;
            }
        };
    }

    private DeclaredOperation.@Nullable Body body(Located declared) {
        if (!declared.exists()) {
            return null;
        }
        return references
                .follow(declared)
                .flatMap(at -> mediaTypes.body(at, at.isTrue("required")))
                .orElse(null);
    }

    private List<DeclaredOperation.Response> responses(Located operation) {
        List<DeclaredOperation.Response> responses = new ArrayList<>();
        for (Located declared : operation.get("responses").members()) {
            if (declared.key().startsWith("x-")) {
                continue;
            }
            references.follow(declared).ifPresent(at -> {
                Map<String, Located> headers = new LinkedHashMap<>();
                at.get("headers")
                        .members()
                        .forEach(header ->
                                references.follow(header).ifPresent(found -> headers.put(header.key(), found)));
                responses.add(new DeclaredOperation.Response(at, declared.key(), mediaTypes.contents(at), headers));
            });
        }
        return responses;
    }
}
