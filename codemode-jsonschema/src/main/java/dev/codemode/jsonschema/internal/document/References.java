package dev.codemode.jsonschema.internal.document;

import dev.codemode.jsonschema.internal.document.DocumentTree.Fault;
import dev.codemode.jsonschema.internal.words.Prose;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows {@code $ref} (RFC 6901 fragments, OpenAPI 3.2, 4.24; JSON Schema 2020-12, 8.2): inside the document, to what
 * {@code $id} and {@code $anchor} name, and into files that the host permits. Every reader of a document comes through
 * here for each of its parts, so the cost of reading is counted here. Confined to one thread at a time.
 */
public final class References {
    /** Thirty times what the largest document that we have tried takes. */
    private static final int MAX_FOLLOWED = 1_000_000;

    private static final int MAX_STEPS = 100;

    private final Map<String, Located> files = new HashMap<>();
    private final Resources resources = new Resources();
    private final RelatedDocuments related;
    private final Issues issues;
    private int followed;

    public References(Located root, RelatedDocuments related, Issues issues) {
        files.put("", root);
        resources.add(root);
        this.related = related;
        this.issues = issues;
    }

    /** Returns the value, or the target of its references; nothing, and an issue, if they lead nowhere. */
    public Optional<Located> follow(Located value) {
        if (++followed > MAX_FOLLOWED) {
            throw new TooCostlyException();
        }
        Optional<String> first = value.text("$ref");
        if (first.isEmpty()) {
            return Optional.of(value);
        }
        Set<String> passed = new HashSet<>();
        Located at = value;
        for (Optional<String> next = first; next.isPresent(); next = at.text("$ref")) {
            Optional<Located> target = to(at, next.get());
            if (target.isEmpty()) {
                return target;
            }
            at = target.get();
            if (!passed.add(at.pointer())) {
                issues.add(value, "The reference is circular. Make it lead to a definition.");
                return Optional.empty();
            }
            if (passed.size() > MAX_STEPS) {
                issues.add(
                        value, "More than " + MAX_STEPS + " references lead from one to the next. Shorten the chain.");
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    /**
     * Returns the target of one reference, as it is written at this place; nothing, and an issue, if it leads nowhere.
     */
    public Optional<Located> to(Located at, String reference) {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        Optional<Located> target;
        if (file.isEmpty()) {
            target = in(resources.around(at), fragment)
                    .or(() -> Optional.ofNullable(files.get(at.file())).flatMap(root -> in(root, fragment)));
        } else {
            Optional<Located> root = resources.named(at, decoded(file)).or(() -> file(at, file));
            if (root.isEmpty()) {
                return root;
            }
            target = in(root.get(), fragment);
        }
        if (target.isEmpty()) {
            issues.add(
                    at,
                    "The reference '" + Prose.line(reference, Prose.LINE) + "' leads nowhere. Define what it names.");
        }
        return target;
    }

    private Optional<Located> file(Located at, String reference) {
        try {
            String name = related.resolve(at.file(), decoded(reference));
            Located known = files.get(name);
            return Optional.of(known == null ? read(name) : known);
        } catch (UnreadableException e) {
            issues.add(
                    at, "Cannot follow the reference '" + Prose.line(reference, Prose.LINE) + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    private Located read(String name) throws UnreadableException {
        DocumentTree tree = related.read(name);
        Located root = Located.root(tree.root(), name);
        files.put(name, root);
        resources.add(root);
        for (Fault fault : tree.faults()) {
            issues.add(root.descendant(fault.path()), fault.message());
        }
        return root;
    }

    private Optional<Located> in(Located resource, String fragment) {
        if (fragment.isEmpty()) {
            return Optional.of(resource);
        }
        return fragment.startsWith("/") ? pointed(resource, fragment) : resources.anchored(resource, decoded(fragment));
    }

    private static Optional<Located> pointed(Located root, String fragment) {
        // Many refer to the whole document as '#/', though that is a member with an empty name (RFC 6901, 5).
        if (fragment.equals("/") && !root.get("").exists()) {
            return Optional.of(root);
        }
        Located at = root;
        for (String segment : fragment.substring(1).split("/", -1)) {
            String key = decoded(segment).replace("~1", "/").replace("~0", "~");
            at = at.step(at.node().has(key) ? key : segment.replace("~1", "/").replace("~0", "~"));
            if (!at.exists()) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
