package dev.codemode.openapi.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.openapi.internal.document.DocumentText.UnreadableException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows {@code $ref} (RFC 6901 fragments, OpenAPI 3.1, 4.8.23): inside the document, and into files that the host
 * permits. Confined to one thread at a time.
 */
final class References {
    private static final int MAX_STEPS = 50;

    private final Map<String, Located> files = new HashMap<>();
    private final ExternalFiles external;
    private final Issues issues;

    References(Located root, ExternalFiles external, Issues issues) {
        files.put("", root);
        this.external = external;
        this.issues = issues;
    }

    /** Returns the value, or what its references lead to; nothing, and an issue, if they lead nowhere. */
    Optional<Located> follow(Located value) {
        Located at = value;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            Optional<String> reference = at.text("$ref");
            if (reference.isEmpty()) {
                return Optional.of(at);
            }
            Optional<Located> target = target(at, reference.get());
            if (target.isEmpty()) {
                return target;
            }
            at = target.get();
        }
        issues.add(value, "The reference leads in a circle. Let it lead to a definition.");
        return Optional.empty();
    }

    private Optional<Located> target(Located at, String reference) {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        Optional<Located> root = file.isEmpty() ? Optional.ofNullable(files.get(at.file())) : file(at, file);
        if (root.isEmpty()) {
            return root;
        }
        Optional<Located> target = pointed(root.get(), fragment);
        if (target.isEmpty()) {
            issues.add(at, "The reference '" + reference + "' leads nowhere. Define what it names.");
        }
        return target;
    }

    private Optional<Located> file(Located at, String reference) {
        try {
            String name = external.resolve(at.file(), decoded(reference));
            Located known = files.get(name);
            if (known == null) {
                JsonNode tree = DocumentText.parse(external.read(name));
                known = Located.root(tree, name);
                files.put(name, known);
            }
            return Optional.of(known);
        } catch (UnreadableException e) {
            issues.add(at, "Cannot follow the reference '" + reference + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Located> pointed(Located root, String fragment) {
        if (fragment.isEmpty() || fragment.equals("/")) {
            return Optional.of(root);
        }
        if (!fragment.startsWith("/")) {
            return anchored(root, fragment, 0);
        }
        Located at = root;
        for (String segment : fragment.substring(1).split("/", -1)) {
            String key = decoded(segment).replace("~1", "/").replace("~0", "~");
            at = step(at, at.node().has(key) ? key : segment.replace("~1", "/").replace("~0", "~"));
            if (!at.exists()) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private static Located step(Located at, String key) {
        if (at.node().isArray() && key.matches("\\d{1,6}")) {
            int index = Integer.parseInt(key);
            return index < at.node().size() ? at.items().get(index) : at.get(key);
        }
        return at.get(key);
    }

    /** Looks for {@code $anchor} (JSON Schema 2020-12, 8.2.2) among the named schemas and their definitions. */
    private static Optional<Located> anchored(Located at, String anchor, int depth) {
        if (depth > 6) {
            return Optional.empty();
        }
        for (Located member : at.members()) {
            Optional<Located> found =
                    member.text("$anchor").filter(anchor::equals).isPresent()
                            ? Optional.of(member)
                            : anchored(member, anchor, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
