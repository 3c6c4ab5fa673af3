package dev.codemode.openapi.internal.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import dev.codemode.jsonschema.internal.words.Prose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes a host makes to a document before it is read (OpenAPI Overlay 1.0). An overlay that cannot be read, or an
 * invalid action, is an error: it may be the one that removes an operation. Confined to one thread at a time.
 */
public final class Overlay {
    private final Located overlay;
    private final Issues issues;

    public Overlay(JsonNode overlay, String name, Issues issues) {
        this.overlay = Located.root(overlay, name);
        this.issues = issues;
    }

    /** Changes the document's tree. */
    public void apply(Located document) {
        if (overlay.text("overlay").filter(version -> version.startsWith("1.")).isEmpty()
                || !overlay.get("actions").node().isArray()) {
            error(overlay, "The text is not an overlay: it needs 'overlay: 1.0.0' and a list 'actions'.");
            return;
        }
        overlay.get("actions").items().forEach(action -> carryOut(action, document));
    }

    private void carryOut(Located action, Located document) {
        String target = action.text("target").orElse("");
        JsonNode update = action.get("update").node();
        boolean remove = action.isTrue("remove");
        if (!remove && update.isMissingNode()) {
            error(action, "An action needs 'target', and 'update' or 'remove: true'.");
            return;
        }
        try {
            List<Located> found = new ArrayList<>(JsonQuery.of(target).find(document));
            if (found.isEmpty()) {
                issues.add(
                        action, "The target " + Prose.line(target, Prose.LINE) + " matches nothing in the document.");
            }
            // The last elements of an array come first, so that the positions of the others do not change.
            Collections.reverse(found);
            found.forEach(at -> change(action, at, remove ? null : update));
        } catch (UnreadableException e) {
            error(
                    action,
                    "The target " + Prose.line(target, Prose.LINE) + " is not a JSONPath (RFC 9535): "
                            + e.getMessage());
        }
    }

    private void change(Located action, Located at, @Nullable JsonNode update) {
        Located parent = at.parent();
        if (update == null && parent == null) {
            error(action, "The whole document cannot be removed.");
        } else if (update == null) {
            remove(Objects.requireNonNull(parent).node(), at.key());
        } else if (at.node() instanceof ObjectNode object && update instanceof ObjectNode) {
            merge(object, update);
        } else if (at.node() instanceof ArrayNode array) {
            array.add(update.deepCopy());
        } else if (parent != null) {
            set(parent.node(), at.key(), update);
        } else {
            error(action, "The document can be updated only by an object.");
        }
    }

    private static void remove(JsonNode holder, String key) {
        if (holder instanceof ObjectNode object) {
            object.remove(key);
        } else if (holder instanceof ArrayNode array) {
            array.remove(Integer.parseInt(key));
        }
    }

    private static void set(JsonNode holder, String key, JsonNode value) {
        if (holder instanceof ObjectNode object) {
            object.set(key, value.deepCopy());
        } else if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), value.deepCopy());
        }
    }

    /** Merges members into an object: objects are merged, elements are appended, anything else is replaced. */
    private static void merge(ObjectNode object, JsonNode update) {
        update.properties().forEach(member -> {
            JsonNode known = object.get(member.getKey());
            if (known instanceof ObjectNode inner && member.getValue().isObject()) {
                merge(inner, member.getValue());
            } else if (known instanceof ArrayNode array && member.getValue().isArray()) {
                member.getValue().forEach(item -> array.add(item.deepCopy()));
            } else {
                object.set(member.getKey(), member.getValue().deepCopy());
            }
        });
    }

    private void error(Located at, String message) {
        issues.error(Prose.place(at.pointer()), message);
    }
}
