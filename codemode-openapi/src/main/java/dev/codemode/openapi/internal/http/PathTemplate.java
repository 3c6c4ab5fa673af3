package dev.codemode.openapi.internal.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key of a path: {@code /repos/{owner}/{repo}}. It may also have a query that every request has ({@code /do?acl}),
 * and what follows a {@code #} only serves to tell keys apart. Besides the placeholders of OpenAPI (3.1, 4.8.8) it
 * supports those of RFC 6570, of Google's {@code google.api.http}, and of the frameworks that documents are generated
 * from; {@link TemplateParser} lists them. Immutable and thread-safe.
 *
 * @param text the key as the document has it
 * @param path the parts before the query, in order; the first one begins with a slash
 * @param query the parts of the query, in order
 * @param segments the segments of the path; each is one or more parts
 */
public record PathTemplate(String text, List<Part> path, List<QueryPart> query, List<List<Part>> segments) {
    /** Copies the lists. */
    public PathTemplate {
        path = List.copyOf(path);
        query = List.copyOf(query);
        segments = segments.stream().map(List::copyOf).toList();
    }

    /** A part of a template. */
    public sealed interface Part {}

    /**
     * A text that is in every request.
     *
     * @param text the text, as the document has it
     */
    public record Literal(String text) implements Part {}

    /**
     * A placeholder for a value.
     *
     * @param name the value's name, without what the dialect adds to it
     * @param written the text between the braces
     * @param kind what it accepts
     * @param optional whether it is left out if there is no value
     * @param shape the segments of the value of a {@link Kind#SHAPED} place: {@code accounts}, {@code *}; {@code **}
     *     for any number of them
     */
    public record Place(String name, String written, Kind kind, boolean optional, List<String> shape) implements Part {
        /** Copies the list. */
        public Place {
            shape = List.copyOf(shape);
        }
    }

    /** What a placeholder accepts. */
    public enum Kind {
        /** A value within one segment: its slashes are encoded. */
        ONE,
        /** One or more segments, separated by slashes. */
        SEVERAL,
        /** The segments of a shape. */
        SHAPED,
        /** A segment with its preceding slash: {@code {/id}}. */
        SEGMENT,
        /** A value after a dot: {@code {.format}}. */
        LABEL,
        /** A named value after a semicolon: {@code {;id}}. */
        MATRIX,
        /** A named value of the query: {@code {?id}}. */
        PAIR
    }

    /**
     * A part of the query.
     *
     * @param name the name; a single placeholder without a value stands for the pairs of its parameter
     * @param value the value, or null if there is none, as in {@code ?acl}
     */
    public record QueryPart(List<Part> name, @Nullable List<Part> value) {
        /** Copies the lists. */
        public QueryPart {
            name = List.copyOf(name);
            value = value == null ? null : List.copyOf(value);
        }

        /** Returns its placeholders. */
        public List<Place> places() {
            return Stream.concat(name.stream(), value == null ? Stream.empty() : value.stream())
                    .flatMap(part -> part instanceof Place place ? Stream.of(place) : Stream.empty())
                    .toList();
        }

        /** Returns the placeholder that makes up the whole of it, if there is one. */
        Optional<Place> whole() {
            return value == null && name.size() == 1 && name.get(0) instanceof Place place
                    ? Optional.of(place)
                    : Optional.empty();
        }

        /** Returns the name, if it contains no placeholder. */
        public Optional<String> fixedName() {
            return name.size() == 1 && name.get(0) instanceof Literal literal
                    ? Optional.of(literal.text())
                    : Optional.empty();
        }
    }

    /**
     * Reads a key.
     *
     * @param declared the names of the parameters that the document declares, which decide what {@code {a,b}} means
     */
    public static PathTemplate of(String key, Set<String> declared) {
        return new TemplateParser(key, declared).parse();
    }

    /** Returns the placeholders by name, those of the path first. */
    public Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        Stream.concat(
                        path.stream().flatMap(part -> part instanceof Place place ? Stream.of(place) : Stream.empty()),
                        query.stream().flatMap(part -> part.places().stream()))
                .forEach(place -> places.putIfAbsent(place.name(), place));
        return places;
    }

    /** Returns whether the placeholder is in the query. */
    public boolean inQuery(Place place) {
        return query.stream().anyMatch(part -> part.places().contains(place));
    }

    /**
     * Returns the names in the query to which the key gives a value: a parameter with such a name replaces the pair.
     */
    public Set<String> fixedNames() {
        return query.stream()
                .filter(part -> part.places().isEmpty())
                .flatMap(part -> part.fixedName().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the key without the names of its placeholders: keys for which this is equal are one route. */
    public String route() {
        StringBuilder route = new StringBuilder();
        path.forEach(part -> route.append(route(part)));
        query.forEach(part -> {
            route.append('&');
            part.name().forEach(name -> route.append(route(name)));
            if (part.value() != null) {
                route.append('=');
                part.value().forEach(value -> route.append(route(value)));
            }
        });
        int fragment = text.indexOf('#');
        return fragment < 0 ? route.toString() : route + text.substring(fragment);
    }

    private static String route(Part part) {
        if (part instanceof Literal literal) {
            return literal.text();
        }
        Place place = (Place) part;
        return "{" + (place.kind() == Kind.ONE ? "" : place.kind().name()) + String.join("/", place.shape()) + "}";
    }

    @Override
    public String toString() {
        return text;
    }
}
