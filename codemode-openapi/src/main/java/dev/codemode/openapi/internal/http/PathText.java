package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.Percent;
import dev.codemode.http.internal.secret.ControlCharacters;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.openapi.internal.http.PathTemplate.Kind;
import dev.codemode.openapi.internal.http.PathTemplate.Literal;
import dev.codemode.openapi.internal.http.PathTemplate.Part;
import dev.codemode.openapi.internal.http.PathTemplate.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request. Invariant, held by {@code HttpInjectionTest} and {@code PathTemplateTest}: whatever the
 * arguments, the path has the segments of its template, the literal ones unchanged, and none that consists of dots;
 * only a placeholder for several segments adds more, none of them empty except the last. Confined to one thread at a
 * time.
 */
final class PathText {
    private static final int MAX_CHARACTERS = 8_000;

    private final HttpOperation operation;
    private final Map<String, @Nullable Object> arguments;
    private final List<PathSegment> segments = new ArrayList<>();

    private PathText(HttpOperation operation, Map<String, @Nullable Object> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    /** Returns the path, encoded. */
    static String of(HttpOperation operation, Map<String, @Nullable Object> arguments) {
        PathText text = new PathText(operation, arguments);
        operation.path().segments().forEach(text::add);
        StringBuilder path = new StringBuilder();
        text.segments.forEach(segment -> path.append('/').append(segment.checked()));
        return path.isEmpty() ? "/" : path.toString();
    }

    private void add(List<Part> parts) {
        PathSegment segment = new PathSegment();
        segments.add(segment);
        boolean given = parts.isEmpty();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                segment.literal(literal.text());
                given = true;
            } else {
                Place place = (Place) part;
                Optional<Object> value = value(place);
                value.ifPresent(found -> add(place, found));
                given |= value.isPresent();
                segment = segments.get(segments.size() - 1);
            }
        }
        if (!given) {
            segments.remove(segments.size() - 1);
        }
    }

    private Optional<Object> value(Place place) {
        HttpParameter parameter = parameter(place);
        Object value = arguments.get(parameter.argument());
        if (value == null && !place.optional()) {
            throw Refusal.of(parameter.argument(), "is missing: it is part of the path.");
        }
        return Optional.ofNullable(value);
    }

    private HttpParameter parameter(Place place) {
        return operation
                .parameter(place.name(), HttpParameter.Location.PATH)
                .orElseThrow(() -> new IllegalStateException("The path has no parameter '" + place.name() + "'."));
    }

    private void add(Place place, Object value) {
        HttpParameter parameter = parameter(place);
        checkParts(parameter.argument(), value);
        if (place.kind() == Kind.SEVERAL || place.kind() == Kind.SHAPED) {
            addSegments(
                    place, parameter.argument(), Spelling.plain(value instanceof List<?> list ? joined(list) : value));
        } else {
            segments.get(segments.size() - 1).value(parameter.argument(), spelt(place, parameter, value));
        }
    }

    /** An array of segments means the same as a text with slashes between them. */
    private static String joined(List<?> segments) {
        return String.join("/", segments.stream().map(Spelling::plain).toList());
    }

    private void addSegments(Place place, String argument, String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (!place.shape().isEmpty() && !fits(place.shape(), parts)) {
            throw Refusal.of(
                    argument,
                    "must be like " + String.join("/", place.shape()) + ", but was \"" + Excerpt.of(text, 80) + "\".");
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            if (parts.get(i).isEmpty() && (!last || i == 0)) {
                throw Refusal.of(argument, "must not begin with a slash or have two in a row: it is part of the path.");
            }
            if (i > 0) {
                segments.add(new PathSegment());
            }
            segments.get(segments.size() - 1).value(argument, Percent.strictly(parts.get(i)));
        }
    }

    /** Matches like a glob: after a mismatch, the last {@code **} takes one more segment. */
    private static boolean fits(List<String> shape, List<String> parts) {
        int at = 0;
        int open = -1;
        int from = 0;
        for (int i = 0; i < parts.size(); ) {
            String wanted = at < shape.size() ? shape.get(at) : "";
            if (wanted.equals("**")) {
                open = at++;
                from = i;
            } else if (!wanted.isEmpty() && (wanted.equals("*") || wanted.equals(parts.get(i)))) {
                at++;
                i++;
            } else if (open >= 0) {
                at = open + 1;
                i = ++from;
            } else {
                return false;
            }
        }
        return shape.subList(at, shape.size()).stream().allMatch("**"::equals);
    }

    private static String spelt(Place place, HttpParameter parameter, Object value) {
        Spelling spelling = new Spelling(Percent::strictly);
        HttpParameter.Written content = parameter.notation().content();
        if (content != null) {
            return Percent.strictly(content.text(parameter.argument(), value));
        }
        return switch (place.kind()) {
            case LABEL -> spelling.label(value, parameter.notation().explode());
            case MATRIX ->
                spelling.matrix(parameter.name(), value, parameter.notation().explode());
            default ->
                switch (parameter.notation().style()) {
                    case LABEL -> spelling.label(value, parameter.notation().explode());
                    case MATRIX ->
                        spelling.matrix(
                                parameter.name(), value, parameter.notation().explode());
                    default -> spelling.simple(value, parameter.notation().explode());
                };
        };
    }

    private static void checkParts(String argument, Object value) {
        if (value instanceof List<?> list) {
            if (list.isEmpty()) {
                throw Refusal.of(argument, "must not be empty: it is part of the path.");
            }
            list.forEach(item -> checkText(argument, Spelling.plain(item)));
        } else if (value instanceof Map<?, ?> map) {
            if (map.isEmpty()) {
                throw Refusal.of(argument, "must not be empty: it is part of the path.");
            }
            map.forEach((key, item) -> {
                checkText(argument, Spelling.plain(key));
                checkText(argument, Spelling.plain(item));
            });
        } else {
            checkText(argument, Spelling.plain(value));
        }
    }

    private static void checkText(String argument, String text) {
        if (text.isEmpty()) {
            throw Refusal.of(argument, "must not be empty: it is part of the path.");
        }
        if (text.length() > MAX_CHARACTERS) {
            throw Refusal.of(argument, "has more than " + MAX_CHARACTERS + " characters: it is part of the path.");
        }
        if (ControlCharacters.in(text, "")) {
            throw Refusal.of(argument, "must not have control characters: it is part of the path.");
        }
    }
}
