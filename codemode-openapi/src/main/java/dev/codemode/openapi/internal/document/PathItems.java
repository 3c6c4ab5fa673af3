package dev.codemode.openapi.internal.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The operations of a document's paths, in any version of the specification. Confined to one thread at a time. */
final class PathItems {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

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
            references.follow(path).ifPresent(item -> add(path.key(), path, item, places));
        }
        return places;
    }

    private void add(String path, Located own, Located item, List<Place> places) {
        String template = path.startsWith("/") ? path : "/" + path;
        Map<String, Located> methods = new LinkedHashMap<>();
        own.members().forEach(member -> methods.put(member.key(), member));
        item.members().forEach(member -> methods.putIfAbsent(member.key(), member));
        methods.forEach((method, at) -> {
            if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
                addOperation(method, template, item, at, places);
            }
        });
        Located more = item.get("additionalOperations");
        more.members().forEach(at -> addOperation(at.key(), template, item, at, places));
    }

    private void addOperation(String method, String path, Located item, Located at, List<Place> places) {
        if (at.isObject()) {
            places.add(new Place(method.toUpperCase(Locale.ROOT), path, item, at));
        } else {
            issues.add(at, "An operation must be an object; this one was left out.");
        }
    }

    /** Returns the parameters of the path and of the operation, the latter in place of those of the same name and place. */
    List<Located> parameters(Place place) {
        Map<String, Located> byName = new LinkedHashMap<>();
        for (Located holder : List.of(place.item(), place.at())) {
            for (Located declared : holder.get("parameters").items()) {
                references
                        .follow(declared)
                        .ifPresent(parameter -> byName.put(
                                parameter.text("in").orElse("") + " "
                                        + parameter.text("name").orElse(""),
                                parameter));
            }
        }
        return List.copyOf(byName.values());
    }
}
