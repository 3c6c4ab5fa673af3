package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.internal.json.Json;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.schema.Direction;
import dev.codemode.jsonschema.internal.schema.SchemaReader;
import dev.codemode.jsonschema.internal.schema.Types;
import dev.codemode.jsonschema.internal.words.Identifiers;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.internal.http.HttpBody;
import dev.codemode.openapi.internal.http.HttpParameter;
import dev.codemode.openapi.internal.http.PathTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what an operation takes, as one object. Confined to one thread at a time. */
final class Arguments {
    /** Header fields that a script must not choose, since the request itself or its credentials need them. */
    private static final Set<String> RESERVED_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");

    private final SchemaReader reader;
    private final BodyShape bodies;
    private final FormShape forms;
    private final Predicate<DeclaredOperation.Parameter> hidden;
    private final Issues issues;

    Arguments(Types types, References references, Predicate<DeclaredOperation.Parameter> hidden, Issues issues) {
        this.reader = types.reader(Direction.REQUEST);
        this.bodies = new BodyShape(types, references, issues);
        this.forms = new FormShape(types, references, issues);
        this.hidden = hidden;
        this.issues = issues;
    }

    /**
     * What an operation takes.
     *
     * @param input the object
     * @param path the path and its placeholders
     * @param parameters where its properties go
     * @param body what the others become, or null
     */
    record Input(
            Schema.ObjectSchema input,
            PathTemplate path,
            List<HttpParameter> parameters,
            @Nullable HttpBody body) {}

    /**
     * Reads what an operation takes.
     *
     * @param choices the media types that a script may choose from for the result
     */
    Input read(DeclaredOperation operation, List<String> choices) {
        Map<String, Schema.Property> properties = new LinkedHashMap<>();
        List<HttpParameter> parameters = new ArrayList<>();
        Places places = Places.of(operation);
        for (DeclaredOperation.Parameter parameter : operation.parameters()) {
            Optional<PathTemplate.Place> place = places.take(parameter);
            if (isSent(parameter, place)) {
                add(places.fitted(parameter, place), place, properties, parameters);
            }
        }
        places.open().forEach(place -> addMissing(operation, places, place, properties, parameters));
        HttpBody body = null;
        if (operation.body() != null) {
            BodyShape.Shaped shaped = bodies.shape(operation.body(), properties.keySet());
            shaped.properties().forEach(property -> properties.put(property.name(), property));
            body = shaped.http();
        }
        if (!choices.isEmpty()) {
            addChoice(choices, properties, parameters);
        }
        Schema.ObjectSchema input = new Schema.ObjectSchema(
                List.copyOf(properties.values()),
                Map.of(),
                body != null && body.properties().others() ? Schema.unknown() : Schema.never());
        return new Input(input, places.template(), parameters, body);
    }

    private static void addChoice(
            List<String> choices, Map<String, Schema.Property> properties, List<HttpParameter> parameters) {
        String argument = unused("accept", HttpParameter.Location.HEADER, properties.keySet());
        properties.put(
                argument,
                new Schema.Property(
                        argument,
                        Schema.constants(choices.toArray()),
                        false,
                        new Docs(
                                "What the result is; a file comes as base64.",
                                Json.write(choices.get(0)),
                                List.of(),
                                "")));
        parameters.add(new HttpParameter(
                argument,
                "Accept",
                HttpParameter.Location.HEADER,
                HttpParameter.Notation.of(HttpParameter.Style.SIMPLE)));
    }

    private boolean isSent(DeclaredOperation.Parameter parameter, Optional<PathTemplate.Place> place) {
        if (parameter.location() == HttpParameter.Location.PATH) {
            if (place.isEmpty()) {
                issues.add(
                        parameter.at(),
                        "The path has no place for the parameter '" + Prose.line(parameter.name(), 60)
                                + "'; it was left out.");
            }
            return place.isPresent();
        }
        boolean reserved = parameter.location() == HttpParameter.Location.HEADER
                && RESERVED_HEADERS.contains(parameter.name().toLowerCase(Locale.ROOT));
        if (!Prose.presentable(parameter.name(), 200) || parameter.name().equals("__proto__")) {
            issues.add(parameter.at(), "The parameter has a name that no argument can have; it was left out.");
            return false;
        }
        return !reserved && !hidden.test(parameter);
    }

    private void add(
            DeclaredOperation.Parameter parameter,
            Optional<PathTemplate.Place> place,
            Map<String, Schema.Property> properties,
            List<HttpParameter> parameters) {
        String argument = unused(parameter.name(), parameter.location(), properties.keySet());
        Docs docs = place.map(found -> docs(docs(parameter), found)).orElseGet(() -> docs(parameter));
        properties.put(argument, new Schema.Property(argument, schema(parameter), parameter.required(), docs));
        parameters.add(new HttpParameter(argument, parameter.name(), parameter.location(), parameter.notation()));
    }

    /** A media type other than JSON and forms can only carry text. */
    private Schema schema(DeclaredOperation.Parameter parameter) {
        Schema read = reader.parameter(parameter.schema());
        HttpParameter.Written content = parameter.notation().content();
        boolean plain = read instanceof Schema.StringSchema
                || read instanceof Schema.ConstantSchema
                || read instanceof Schema.NumberSchema
                || read instanceof Schema.BooleanSchema;
        if (content != null && MediaType.plain(content.mediaType()).equals(MediaType.FORM)) {
            return forms.of(parameter.at(), content.mediaType(), parameter.schema(), read);
        }
        return content == null || plain || !isText(content) ? read : Schema.string();
    }

    private static boolean isText(HttpParameter.Written content) {
        String mediaType = MediaType.plain(content.mediaType());
        return MediaType.isText(mediaType) && !mediaType.equals(MediaType.FORM);
    }

    private Docs docs(DeclaredOperation.Parameter parameter) {
        Docs own = reader.docs(parameter.at(), Prose.PART);
        Docs schema = reader.docs(parameter.schema(), Prose.PART);
        HttpParameter.Written content = parameter.notation().content();
        String note = content == null || !isText(content) || content.mediaType().startsWith("text/plain")
                ? ""
                : " (" + Prose.line(content.mediaType(), 80) + ")";
        String text = own.text().isEmpty() ? schema.text() : own.text();
        return new Docs(
                (text + note).strip(),
                own.defaultJson() == null ? schema.defaultJson() : own.defaultJson(),
                List.of(),
                own.deprecated());
    }

    /** Says what a placeholder accepts that is not within one segment. */
    private static Docs docs(Docs docs, PathTemplate.Place place) {
        String note = switch (place.kind()) {
            case SEVERAL -> "(slashes stay)";
            case SHAPED -> "(like " + Prose.line(String.join("/", place.shape()), Prose.LINE) + ")";
            default -> "";
        };
        return new Docs((docs.text() + " " + note).strip(), docs.defaultJson(), List.of(), docs.deprecated());
    }

    /** Two parameters with the same name are told apart by where they go: {@code id} and {@code idInQuery}. */
    private static String unused(String name, HttpParameter.Location location, Set<String> used) {
        String argument = name;
        String word = Identifiers.capital(location.word());
        for (int i = 1; used.contains(argument); i++) {
            argument = name + "In" + word + (i == 1 ? "" : i);
        }
        return argument;
    }

    private void addMissing(
            DeclaredOperation operation,
            Places places,
            PathTemplate.Place place,
            Map<String, Schema.Property> properties,
            List<HttpParameter> parameters) {
        DeclaredOperation.Parameter missing = places.missing(operation, place);
        if (hidden.test(missing)) {
            return;
        }
        issues.add(
                operation.at(),
                "The path has a place for '" + Prose.line(place.name(), 60)
                        + "', and no parameter of that name; it was read as a string.");
        String argument = unused(place.name(), HttpParameter.Location.PATH, new HashSet<>(properties.keySet()));
        Docs docs = docs(Docs.none(), place);
        properties.put(argument, new Schema.Property(argument, Schema.string(), !place.optional(), docs));
        parameters.add(new HttpParameter(
                argument,
                place.name(),
                HttpParameter.Location.PATH,
                HttpParameter.Notation.of(HttpParameter.Style.SIMPLE)));
    }
}
