package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.Percent;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.openapi.internal.http.HttpParameter.Location;
import dev.codemode.openapi.internal.http.PathTemplate.Literal;
import dev.codemode.openapi.internal.http.PathTemplate.Part;
import dev.codemode.openapi.internal.http.PathTemplate.Place;
import dev.codemode.openapi.internal.http.PathTemplate.QueryPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request: first the template's, then the parameters that it has no placeholder for. A parameter
 * replaces a fixed pair with its name. Confined to one thread at a time.
 */
final class QueryText {
    private final HttpOperation operation;
    private final Map<String, @Nullable Object> arguments;
    private final Set<HttpParameter> written = new HashSet<>();

    private QueryText(HttpOperation operation, Map<String, @Nullable Object> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    /** Returns the names and values, encoded. */
    static List<Spelling.Pair> of(HttpOperation operation, Map<String, @Nullable Object> arguments) {
        QueryText text = new QueryText(operation, arguments);
        List<Spelling.Pair> pairs = new ArrayList<>();
        operation.path().query().forEach(part -> pairs.addAll(text.pairs(part)));
        for (HttpParameter parameter : operation.parameters()) {
            Object value = arguments.get(parameter.argument());
            if (parameter.location() == Location.QUERY && value != null && text.written.add(parameter)) {
                pairs.addAll(pairs(parameter, parameter.name(), value));
            } else if (parameter.location() == Location.QUERYSTRING && value != null) {
                whole(parameter, value).ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    /** Returns the value that is the whole query; nothing for an empty one. */
    private static Optional<Spelling.Pair> whole(HttpParameter parameter, Object value) {
        ArgumentText.check(parameter, value, "\t\n\r");
        HttpParameter.Written content =
                Objects.requireNonNull(parameter.notation().content(), "content");
        String text = content.text(parameter.argument(), value);
        boolean form = MediaType.plain(content.mediaType()).equals(MediaType.FORM);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spelling.Pair(form ? Percent.query(text) : Percent.strictly(text), null));
    }

    private List<Spelling.Pair> pairs(QueryPart part) {
        Optional<String> fixed = part.fixedName();
        if (part.places().isEmpty()) {
            return fixed.flatMap(name -> operation.parameter(name, Location.QUERY))
                    .filter(parameter -> arguments.get(parameter.argument()) != null)
                    .map(parameter ->
                            written.contains(parameter) ? List.<Spelling.Pair>of() : pairs(parameter, parameter.name()))
                    .orElseGet(() -> List.of(fixed(part)));
        }
        if (part.whole().isPresent()) {
            Place place = part.whole().get();
            return parameter(place).map(found -> pairs(found, place.name())).orElse(List.of());
        }
        boolean oneValue = part.value() != null && part.value().size() == 1 && fixed.isPresent();
        return oneValue
                ? parameter(part.places().get(0))
                        .map(found -> pairs(found, fixed.get()))
                        .orElse(List.of())
                : filled(part).stream().toList();
    }

    private Optional<HttpParameter> parameter(Place place) {
        return operation
                .parameter(place.name(), Location.PATH)
                .or(() -> operation.parameter(place.name(), Location.QUERY));
    }

    /** Returns the pairs of a parameter under a name of the template; none if it has no value. */
    private List<Spelling.Pair> pairs(HttpParameter parameter, String name) {
        Object value = arguments.get(parameter.argument());
        written.add(parameter);
        return value == null ? List.of() : pairs(parameter, name, value);
    }

    private static Spelling.Pair fixed(QueryPart part) {
        return new Spelling.Pair(literal(part.name()), part.value() == null ? null : literal(part.value()));
    }

    private static String literal(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part instanceof Literal literal ? literal.text() : ""));
        return Percent.reserved(text.toString());
    }

    /** Returns a pair of texts and values; nothing if a value is missing. */
    private Optional<Spelling.Pair> filled(QueryPart part) {
        boolean missing = part.places().stream()
                .map(this::parameter)
                .anyMatch(parameter ->
                        parameter.map(found -> arguments.get(found.argument())).isEmpty());
        List<Part> value = part.value();
        return missing
                ? Optional.empty()
                : Optional.of(new Spelling.Pair(filled(part.name()), value == null ? null : filled(value)));
    }

    private String filled(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    part instanceof Literal literal
                            ? Percent.reserved(literal.text())
                            : parameter((Place) part).map(this::simple).orElse(""));
        }
        return text.toString();
    }

    private String simple(HttpParameter parameter) {
        written.add(parameter);
        Object value = arguments.get(parameter.argument());
        ArgumentText.check(parameter, value, "\t\n\r");
        return value == null
                ? ""
                : new Spelling(encoding(parameter))
                        .simple(value, parameter.notation().explode());
    }

    private static UnaryOperator<String> encoding(HttpParameter parameter) {
        return parameter.notation().allowReserved() ? Percent::reserved : Percent::strictly;
    }

    private static List<Spelling.Pair> pairs(HttpParameter parameter, String name, Object value) {
        ArgumentText.check(parameter, value, "\t\n\r");
        Spelling spelling = new Spelling(encoding(parameter));
        HttpParameter.Written content = parameter.notation().content();
        if (content != null) {
            return spelling.pairs(name, content.text(parameter.argument(), value), false, "");
        }
        return spelling.styled(
                parameter.notation().style(), name, value, parameter.notation().explode());
    }
}
