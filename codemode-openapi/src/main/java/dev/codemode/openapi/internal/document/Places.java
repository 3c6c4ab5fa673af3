package dev.codemode.openapi.internal.document;

import dev.codemode.openapi.internal.http.HttpParameter;
import dev.codemode.openapi.internal.http.PathTemplate;
import dev.codemode.openapi.internal.http.PathTemplate.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The placeholders of a path and the parameters that the document declares for them. Names are compared without what a
 * dialect adds to them. Confined to one thread at a time.
 */
final class Places {
    private final PathTemplate template;
    private final Map<String, Place> open;

    private Places(PathTemplate template) {
        this.template = template;
        this.open = new LinkedHashMap<>(template.places());
    }

    static Places of(DeclaredOperation operation) {
        return new Places(PathTemplate.of(
                operation.id().path(),
                operation.parameters().stream()
                        .map(DeclaredOperation.Parameter::name)
                        .collect(Collectors.toUnmodifiableSet())));
    }

    PathTemplate template() {
        return template;
    }

    /** Returns the placeholders that no parameter has taken. */
    List<Place> open() {
        return List.copyOf(open.values());
    }

    /**
     * Returns the placeholder of a parameter, which no other parameter gets; a query parameter has one only in the
     * query.
     */
    Optional<Place> take(DeclaredOperation.Parameter parameter) {
        boolean query = parameter.location() == HttpParameter.Location.QUERY;
        if (!query && parameter.location() != HttpParameter.Location.PATH) {
            return Optional.empty();
        }
        Optional<Place> place = open.values().stream()
                .filter(candidate -> isNamed(candidate, parameter.name()))
                .filter(candidate -> !query || template.inQuery(candidate))
                .findFirst();
        place.ifPresent(found -> open.remove(found.name()));
        return place;
    }

    private static boolean isNamed(Place place, String declared) {
        if (declared.equals(place.name()) || declared.equals(place.written())) {
            return true;
        }
        Map<String, Place> plain =
                PathTemplate.of("/{" + declared + "}", Set.of(declared)).places();
        return plain.size() == 1 && plain.containsKey(place.name());
    }

    /** Returns the parameter under its plain name, and required if its placeholder needs a value. */
    DeclaredOperation.Parameter fitted(DeclaredOperation.Parameter parameter, Optional<Place> place) {
        boolean path = parameter.location() == HttpParameter.Location.PATH;
        boolean fixed = parameter.location() == HttpParameter.Location.QUERY
                && template.fixedNames().contains(parameter.name());
        boolean optional = fixed || (path && place.filter(Place::optional).isPresent());
        String name = place.map(Place::name).orElse(parameter.name());
        return new DeclaredOperation.Parameter(
                parameter.at(),
                name,
                parameter.location(),
                parameter.required() && !optional,
                parameter.notation(),
                parameter.schema());
    }

    /** Returns what a placeholder without a parameter stands for: for a pair in the query, a parameter of its name. */
    DeclaredOperation.Parameter missing(DeclaredOperation operation, Place place) {
        String name = template.query().stream()
                .filter(part -> part.places().contains(place))
                .flatMap(part -> part.fixedName().stream())
                .findFirst()
                .orElse(place.name());
        return new DeclaredOperation.Parameter(
                operation.at(),
                name,
                template.inQuery(place) ? HttpParameter.Location.QUERY : HttpParameter.Location.PATH,
                !place.optional(),
                new HttpParameter.Notation(HttpParameter.Style.FORM, true, false, null),
                operation.at().get("schema"));
    }
}
