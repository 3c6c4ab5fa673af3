package dev.codemode.openapi.internal.document;

import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.internal.http.PathTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The operations of a document's paths, in any version of the specification. Confined to one thread at a time. */
final class PathItems {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Z-]{1,40}");

    private final Located root;
    private final References references;
    private final Issues issues;

    PathItems(Located root, References references, Issues issues) {
        this.root = root;
        this.references = references;
        this.issues = issues;
    }

    /**
     * A place where an operation is.
     *
     * @param method the request method, in capitals
     * @param path the path template
     * @param item what all operations of the path share
     * @param at the operation
     */
    record Place(String method, String path, Located item, Located at) {}

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        Map<String, String> routes = new HashMap<>();
        for (Located path : root.get("paths").members()) {
            if (path.key().startsWith("x-")) {
                continue;
            }
            if (!path.key().startsWith("/")) {
                issues.add(
                        path,
                        "A path must begin with '/', but is '" + Prose.line(path.key(), 80)
                                + "'; it was read as if it did.");
            }
            tellSameRoute(path, routes);
            references.follow(path).ifPresent(item -> add(path.key(), path, item, places));
        }
        return places;
    }

    /** Templates that differ only in the names of their parameters are one path (OpenAPI 3.2, 4.8). */
    private void tellSameRoute(Located path, Map<String, String> routes) {
        String other = routes.putIfAbsent(PathTemplate.of(path.key(), Set.of()).route(), path.key());
        if (other != null) {
            issues.add(
                    path,
                    "The path is the same route as '" + Prose.line(other, 80)
                            + "': only the names of their parameters differ. Both were read; write them as one path.");
        }
    }

    private void add(String path, Located own, Located item, List<Place> places) {
        String template = path.startsWith("/") ? path : "/" + path;
        Map<String, Located> methods = new LinkedHashMap<>();
        own.members().forEach(member -> methods.put(member.key(), member));
        item.members().forEach(member -> methods.putIfAbsent(member.key(), member));
        methods.keySet().removeIf(method -> !METHODS.contains(method.toLowerCase(Locale.ROOT)));
        List<Located> all = new ArrayList<>(methods.values());
        all.addAll(item.get("additionalOperations").members());
        Set<String> taken = new HashSet<>();
        all.forEach(at -> addOperation(template, item, at, taken, places));
    }

    private void addOperation(String path, Located item, Located at, Set<String> taken, List<Place> places) {
        String method = at.key().toUpperCase(Locale.ROOT);
        if (!at.isObject()) {
            issues.add(at, "An operation must be an object; this one was left out.");
        } else if (!METHOD.matcher(method).matches()) {
            issues.add(at, "This is not an HTTP method (RFC 9110, 9.1); the operation was left out.");
        } else if (!taken.add(method)) {
            issues.add(at, "The path has another operation with this method; this one was left out.");
        } else {
            places.add(new Place(method, path, item, at));
        }
    }

    /**
     * Returns the parameters of the path and of the operation, the latter replacing those of the same name and
     * location.
     */
    List<Located> parameters(Place place) {
        Map<String, Located> byName = new LinkedHashMap<>();
        for (Located holder : List.of(place.item(), place.at())) {
            byName.putAll(parameters(holder));
        }
        return List.copyOf(byName.values());
    }

    private Map<String, Located> parameters(Located holder) {
        Map<String, Located> byName = new LinkedHashMap<>();
        for (Located declared : holder.get("parameters").items()) {
            Optional<Located> parameter = references.follow(declared);
            String name = parameter.map(PathItems::nameAndPlace).orElse("");
            if (parameter.isPresent() && byName.put(name, parameter.get()) != null) {
                issues.add(declared, "The list has another parameter with this name and place; this one counts.");
            }
        }
        return byName;
    }

    private static String nameAndPlace(Located parameter) {
        return parameter.text("in").orElse("") + " " + parameter.text("name").orElse("");
    }
}
