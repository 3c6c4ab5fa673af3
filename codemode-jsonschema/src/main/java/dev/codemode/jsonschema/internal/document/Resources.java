package dev.codemode.jsonschema.internal.document;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources of the files that have been read: what {@code $id} (JSON Schema 2020-12, 8.2.1), {@code $anchor} (8.2.2) and
 * OpenAPI's {@code $self} (3.2, 4.1.2.2.1) name. Each file is searched once, when the first reference needs it. Confined
 * to one thread at a time.
 */
final class Resources {
    /** Members that contain values and not schemas. */
    private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum", "const");

    /** Members whose own members have names chosen by the author. */
    private static final Set<String> NAMES = Set.of(
            "properties",
            "patternProperties",
            "$defs",
            "definitions",
            "dependentSchemas",
            "schemas",
            "parameters",
            "headers");

    private final List<Located> files = new ArrayList<>();
    private final Map<String, Located> named = new HashMap<>();
    private final Map<String, Located> anchors = new HashMap<>();
    private int searched;

    void add(Located file) {
        files.add(file);
    }

    /** Returns the root of the resource that contains the value: the value with an {@code $id}, or the file. */
    Located around(Located value) {
        Located at = value;
        for (Located parent = at.parent(); parent != null && id(at).isEmpty(); parent = at.parent()) {
            at = parent;
        }
        return at;
    }

    /** Returns the resource that a reference without a fragment names at this place. */
    Optional<Located> named(Located at, String reference) {
        search();
        return Optional.ofNullable(named.get(resolved(base(at), reference)));
    }

    /** Returns the value with this anchor within the resource. */
    Optional<Located> anchored(Located resource, String anchor) {
        search();
        return Optional.ofNullable(anchors.get(base(resource) + "#" + anchor));
    }

    private void search() {
        for (; searched < files.size(); searched++) {
            Located file = files.get(searched);
            named.putIfAbsent(base(file), file);
            Deque<Located> open = new ArrayDeque<>(List.of(file));
            while (!open.isEmpty()) {
                Located at = open.removeLast();
                note(at);
                open.addAll(parts(at));
            }
        }
    }

    private void note(Located at) {
        if (id(at).isPresent()) {
            named.putIfAbsent(base(at), at);
        }
        for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
            at.text(keyword).ifPresent(anchor -> anchors.putIfAbsent(base(at) + "#" + anchor, at));
        }
        // Drafts before 2019-09 wrote anchors this way.
        at.text("$id").filter(id -> id.startsWith("#")).ifPresent(id -> anchors.putIfAbsent(base(at) + id, at));
    }

    private static List<Located> parts(Located at) {
        List<Located> parts = new ArrayList<>(at.items());
        boolean names = NAMES.contains(at.key());
        at.members().stream()
                .filter(member -> member.node().isContainerNode())
                .filter(member -> names || !VALUES.contains(member.key()))
                .forEach(parts::add);
        return parts;
    }

    private static Optional<String> id(Located at) {
        return at.text("$id").filter(id -> !id.startsWith("#"));
    }

    private static String base(Located value) {
        Deque<String> ids = new ArrayDeque<>();
        Located root = value;
        for (@Nullable Located at = value; at != null; at = at.parent()) {
            id(at).ifPresent(ids::addFirst);
            root = at;
        }
        String base = "document:/" + root.file();
        Optional<String> self = root.text("$self");
        base = self.isPresent() ? resolved(base, self.get()) : base;
        for (String id : ids) {
            base = resolved(base, id);
        }
        return base;
    }

    private static String resolved(String base, String reference) {
        int hash = reference.indexOf('#');
        String plain = (hash < 0 ? reference : reference.substring(0, hash)).replace(" ", "%20");
        try {
            return URI.create(base.replace(" ", "%20")).resolve(plain).toString();
        } catch (IllegalArgumentException e) {
            return plain;
        }
    }
}
