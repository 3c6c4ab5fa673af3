package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.Schema;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.schema.Direction;
import dev.codemode.jsonschema.internal.schema.SchemaReader;
import dev.codemode.jsonschema.internal.schema.Types;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.internal.http.HttpBody;
import dev.codemode.openapi.internal.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what an operation returns. Confined to one thread at a time. */
final class ResultReader {
    /** Headers that lead to the next page (RFC 8288). */
    private static final Pattern PAGING = Pattern.compile("link|.*(cursor|next|continuation).*");

    /** A media type that is not a range, with or without parameters. */
    private static final Pattern FILE =
            Pattern.compile("[A-Za-z0-9.+_-]{1,80}/[A-Za-z0-9.+_-]{1,80}(; ?[!-~ ]{1,80})?");

    /** Descriptions without content: "OK", "Successful response." */
    private static final Pattern EMPTY = Pattern.compile(
            "(?i)(the )?(default |standard |expected )?(ok|success(ful(ly)?)?|response|resource|result|no content|done|accepted)?"
                    + "( ?(response|operation|request|ok|succe(ss|eded)|created|updated|deleted))?( was successful)?[.!]?");

    private final SchemaReader reader;
    private final References references;
    private final MediaTypes mediaTypes;
    private final ValueKinds values;
    private final Set<String> headers;

    ResultReader(Types types, References references, MediaTypes mediaTypes, Set<String> headers) {
        this.mediaTypes = mediaTypes;
        this.values = new ValueKinds(references);
        this.reader = types.reader(Direction.RESPONSE);
        this.references = references;
        this.headers = headers;
    }

    /**
     * What an operation returns.
     *
     * @param output its schema
     * @param text what is written about it
     * @param headers the response headers that go into the result
     * @param responses the declared responses
     * @param choices the media types that a script may choose from: JSON, and a type that says more than JSON; usually
     *     none
     */
    record Returned(
            Schema output, String text, List<String> headers, List<HttpResponse> responses, List<String> choices) {}

    Returned read(DeclaredOperation operation) {
        List<DeclaredOperation.Response> successes = successes(operation.responses());
        Set<Schema> bodies = new LinkedHashSet<>();
        Map<String, String> shown = new LinkedHashMap<>();
        boolean speaks =
                successes.stream().anyMatch(response -> !response.contents().isEmpty());
        for (DeclaredOperation.Response response : successes) {
            bodies.add(body(operation, response, speaks));
            response.headers().keySet().stream()
                    .filter(this::isShown)
                    .forEach(name -> shown.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        }
        Schema data = bodies.isEmpty() || bodies.contains(Schema.unknown())
                ? Schema.unknown()
                : Schema.union(List.copyOf(bodies));
        List<String> names = List.copyOf(shown.values());
        return new Returned(
                names.isEmpty() ? data : withHeaders(data, names),
                text(successes),
                names,
                operation.responses().stream().map(this::http).toList(),
                choices(successes));
    }

    /** Returns the success responses; if none is declared, the default response stands for them. */
    private static List<DeclaredOperation.Response> successes(List<DeclaredOperation.Response> responses) {
        List<DeclaredOperation.Response> successes =
                responses.stream().filter(DeclaredOperation.Response::succeeds).toList();
        return successes.isEmpty()
                ? responses.stream()
                        .filter(response -> response.status().equals("default"))
                        .toList()
                : successes;
    }

    /**
     * A response without content has no body, unless no response has any: then the document says nothing about bodies.
     */
    private Schema body(DeclaredOperation operation, DeclaredOperation.Response response, boolean othersSpeak) {
        boolean bodiless = operation.id().method().equals("HEAD")
                || (response.contents().isEmpty()
                        && (othersSpeak || Set.of("204", "205").contains(response.status())));
        if (bodiless) {
            return Schema.nothing();
        }
        Set<Schema> schemas = new LinkedHashSet<>();
        boolean json = response.contents().keySet().stream().anyMatch(MediaTypes::isJson);
        response.contents().forEach((mediaType, schema) -> {
            if (!json || MediaTypes.isJson(mediaType) || isFile(mediaType, schema)) {
                schemas.add(content(mediaType, schema));
            }
        });
        return schemas.isEmpty() || schemas.contains(Schema.unknown())
                ? Schema.unknown()
                : Schema.union(List.copyOf(schemas));
    }

    /** Returns JSON and files if a response may be either: no other type carries the content of a file. */
    private List<String> choices(List<DeclaredOperation.Response> successes) {
        Set<String> choices = new LinkedHashSet<>();
        for (DeclaredOperation.Response response : successes) {
            Optional<String> json = response.contents().keySet().stream()
                    .filter(MediaTypes::isJson)
                    .findFirst();
            List<String> files = response.contents().entrySet().stream()
                    .filter(entry -> isFile(entry.getKey(), entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (json.isPresent() && !files.isEmpty()) {
                choices.add(json.get());
                choices.addAll(files);
            }
        }
        return List.copyOf(choices);
    }

    private boolean isFile(String mediaType, Located schema) {
        return FILE.matcher(mediaType).matches()
                && mediaTypes.kind(mediaType, schema) == HttpBody.Kind.BINARY
                && !values.of(schema).contains(ValueKind.TEXT);
    }

    private Schema content(String mediaType, Located schema) {
        return switch (mediaTypes.kind(mediaType, schema)) {
            case TEXT -> Schema.string();
            case BINARY -> Schema.string("base64");
            case MULTIPART, FORM -> mediaType.contains("*") ? Schema.unknown() : Schema.string("base64");
            case JSON -> reader.read(schema);
        };
    }

    private static Schema withHeaders(Schema data, List<String> names) {
        List<Schema.Property> headers = names.stream()
                .map(name -> Schema.Property.optional(name, Schema.string()))
                .toList();
        return Schema.object(List.of(
                Schema.Property.required("data", data), Schema.Property.required("headers", Schema.object(headers))));
    }

    private boolean isShown(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Prose.presentable(name, 100)
                && (PAGING.matcher(small).matches() || headers.contains(small))
                && !small.equals("set-cookie");
    }

    private static String text(List<DeclaredOperation.Response> successes) {
        return successes.stream()
                .map(response -> Prose.line(response.at().text("description").orElse(""), Prose.LINE))
                .filter(text -> !EMPTY.matcher(text).matches())
                .findFirst()
                .orElse("");
    }

    private HttpResponse http(DeclaredOperation.Response response) {
        Set<String> fields = new LinkedHashSet<>();
        if (!response.succeeds()) {
            response.contents().forEach((mediaType, schema) -> {
                if (MediaTypes.isJson(mediaType)) {
                    collect(schema, fields, new HashSet<>());
                }
            });
        }
        boolean bytes = response.contents().entrySet().stream()
                .anyMatch(entry -> mediaTypes.kind(entry.getKey(), entry.getValue()) == HttpBody.Kind.BINARY);
        boolean json = response.contents().keySet().stream().anyMatch(MediaTypes::isJson);
        return new HttpResponse(
                response.status(),
                new ArrayList<>(response.contents().keySet()),
                fields,
                bytes && !json,
                !response.contents().isEmpty()
                        && response.contents().entrySet().stream()
                                .allMatch(entry -> isString(entry.getKey(), entry.getValue())));
    }

    private boolean isString(String mediaType, Located schema) {
        Set<ValueKind> kinds = values.of(schema);
        return switch (mediaTypes.kind(mediaType, schema)) {
            case TEXT -> true;
            case JSON -> kinds.equals(Set.of(ValueKind.TEXT)) || kinds.equals(Set.of(ValueKind.BYTES));
            default -> false;
        };
    }

    /** Collects the names of a schema's properties from the document itself: types of errors are not declared. */
    private void collect(Located schema, Set<String> fields, Set<String> visited) {
        Located at = references.follow(schema).orElse(schema);
        if (!visited.add(at.pointer())) {
            return;
        }
        at.get("properties").members().forEach(property -> fields.add(property.key()));
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            at.get(keyword).items().forEach(part -> collect(part, fields, visited));
        }
    }
}
