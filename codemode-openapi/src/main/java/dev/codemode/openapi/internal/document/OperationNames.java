package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.OperationName;
import dev.codemode.internal.words.Suggestions;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.words.Identifiers;
import dev.codemode.openapi.DocumentOperation;
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
import java.util.stream.Collectors;

/**
 * Names a document's operations: by the host's renaming, otherwise by {@code operationId}, split at {@code /} and
 * {@code .}, otherwise by method and path. Names depend only on the document and on the host's renaming, not on what is
 * left out. Confined to one thread at a time.
 */
final class OperationNames {
    private static final Pattern SEPARATORS = Pattern.compile("[/.]+");
    private static final int MAX_ID = 80;
    private static final int MAX_SEGMENTS = 12;

    /** What generators make of method and path: FastAPI's {@code read_item_items__item_id__get}, hashes. */
    private static final Pattern UGLY =
            Pattern.compile(".*__.*_(get|put|post|delete|patch|head|options)|.*[0-9a-f]{24}.*");

    private static final Pattern PREFIX = Pattern.compile("api|v\\d+([a-z]+\\d*)?");

    private final String service;
    private final Map<String, String> renames;
    private final Issues issues;
    private final Set<List<String>> namespaces = new HashSet<>();
    private final Map<List<String>, DeclaredOperation> taken = new HashMap<>();
    private final Map<List<String>, Integer> numbers = new HashMap<>();

    OperationNames(String service, Map<String, String> renames, Issues issues) {
        this.service = service;
        this.renames = renames;
        this.issues = issues;
    }

    /** Returns the operations keyed by name, in the order of the document. */
    Map<OperationName, DeclaredOperation> assign(List<DeclaredOperation> operations) {
        List<List<String>> wanted = operations.stream().map(this::wanted).toList();
        for (List<String> path : wanted) {
            for (int length = 1; length < path.size(); length++) {
                namespaces.add(path.subList(0, length));
            }
        }
        Map<OperationName, DeclaredOperation> named = new LinkedHashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            DeclaredOperation operation = operations.get(i);
            List<String> path = free(wanted.get(i), operation);
            taken.put(path, operation);
            issues.attempt(operation.at(), "The operation", () -> new OperationName(service, path))
                    .ifPresent(name -> named.put(name, operation));
        }
        checkRenames(operations);
        return named;
    }

    private List<String> wanted(DeclaredOperation operation) {
        DocumentOperation id = operation.id();
        String renamed =
                renames.getOrDefault(id.route(), id.id().map(renames::get).orElse(null));
        if (renamed != null) {
            List<String> path = List.of(renamed.split("\\.", -1));
            Optional<String> problem = OperationName.problem(service, path);
            if (problem.isEmpty()) {
                return path;
            }
            issues.error(id.route(), "It cannot be renamed to '" + renamed + "': " + problem.get());
        }
        return id.id()
                .map(OperationNames::fromId)
                .filter(path -> !path.isEmpty())
                .orElseGet(() -> fromRoute(id));
    }

    private static List<String> fromId(String id) {
        if (id.length() > 2 * MAX_ID || UGLY.matcher(id).matches()) {
            return List.of();
        }
        List<String> path = new ArrayList<>();
        for (String segment : SEPARATORS.split(id, -1)) {
            String identifier = Identifiers.camel(segment);
            if (!identifier.isEmpty()) {
                path.add(identifier);
            }
        }
        return String.join(".", path).length() > MAX_ID ? List.of() : path;
    }

    /** Returns {@code pets.getById} for {@code GET /v1/pets/{id}}. */
    private static List<String> fromRoute(DocumentOperation id) {
        List<String> path = new ArrayList<>();
        String by = "";
        for (List<PathTemplate.Part> segment :
                PathTemplate.of(id.path(), Set.of()).segments()) {
            boolean parameter = segment.size() == 1 && segment.get(0) instanceof PathTemplate.Place;
            String identifier = Identifiers.camel(text(segment));
            if (parameter) {
                by = "By" + Identifiers.capital(identifier);
            } else if (!identifier.isEmpty()
                    && !(path.isEmpty() && PREFIX.matcher(identifier).matches())) {
                path.add(identifier);
                by = "";
            }
        }
        String verb = Identifiers.camel(id.method().toLowerCase(Locale.ROOT));
        path.add(Identifiers.bounded((verb.isEmpty() ? "call" : verb) + by, MAX_ID));
        return path.subList(Math.max(0, path.size() - MAX_SEGMENTS), path.size());
    }

    private static String text(List<PathTemplate.Part> segment) {
        return segment.stream()
                .map(part -> part instanceof PathTemplate.Place place
                        ? " " + place.name() + " "
                        : ((PathTemplate.Literal) part).text())
                .collect(Collectors.joining())
                .strip();
    }

    private List<String> free(List<String> wanted, DeclaredOperation operation) {
        if (isFree(wanted)) {
            return wanted;
        }
        List<String> path = fromRoute(operation.id());
        for (int number = numbers.getOrDefault(wanted, 2); !isFree(path); number++) {
            path = new ArrayList<>(wanted);
            path.set(path.size() - 1, path.get(path.size() - 1) + number);
            numbers.put(wanted, number + 1);
        }
        DeclaredOperation other = taken.get(wanted);
        String why = other == null
                ? "the operations below it have it as their namespace"
                : "it is the name of " + other.id().route();
        issues.add(
                operation.at(),
                "The operation cannot be named '" + service + "." + String.join(".", wanted) + "': " + why
                        + ". It was named '" + service + "." + String.join(".", path)
                        + "'; rename(...) gives it another name.");
        return path;
    }

    private boolean isFree(List<String> path) {
        if (taken.containsKey(path) || namespaces.contains(path)) {
            return false;
        }
        for (int length = 1; length < path.size(); length++) {
            if (taken.containsKey(path.subList(0, length))) {
                return false;
            }
        }
        return true;
    }

    private void checkRenames(List<DeclaredOperation> operations) {
        Set<String> known = new HashSet<>();
        operations.forEach(operation -> {
            known.add(operation.id().route());
            operation.id().id().ifPresent(known::add);
        });
        for (String key : renames.keySet()) {
            if (!known.contains(key)) {
                List<String> meant = Suggestions.closest(key, List.copyOf(known), 1);
                issues.error(
                        "rename '" + key + "'",
                        "The document has no operation with this id or route."
                                + (meant.isEmpty() ? "" : " Did you mean '" + meant.get(0) + "'?"));
            }
        }
    }
}
