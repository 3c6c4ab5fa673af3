package dev.codemode.jsonschema.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document that knows where it is. Immutable and thread-safe, as long as nobody changes the tree.
 *
 * @param node the value; a missing node if there is none
 * @param parent its container, or null for the root
 * @param key its name or index there
 * @param file the file that it is in, empty for the document itself
 */
public record Located(JsonNode node, @Nullable Located parent, String key, String file) {
    public static Located root(JsonNode node, String file) {
        return new Located(node, null, "", file);
    }

    /** Returns where the value is: a JSON pointer (RFC 6901), after the file's name and a {@code #} where it is external. */
    public String pointer() {
        Deque<String> keys = new ArrayDeque<>();
        for (Located at = this; at.parent != null; at = at.parent) {
            keys.addFirst(at.key.replace("~", "~0").replace("/", "~1"));
        }
        StringBuilder pointer = new StringBuilder();
        keys.forEach(key -> pointer.append('/').append(key));
        return file.isEmpty() ? (pointer.isEmpty() ? "/" : pointer.toString()) : file + "#" + pointer;
    }

    public Located get(String name) {
        JsonNode child = node.get(name);
        return new Located(child == null ? MissingNode.getInstance() : child, this, name, file);
    }

    /** Returns a member or an element, as one segment of a JSON pointer names it. */
    public Located step(String segment) {
        if (!node.isArray() || !segment.matches("\\d{1,7}")) {
            return get(segment);
        }
        JsonNode item = node.get(Integer.parseInt(segment));
        return item == null ? get(segment) : new Located(item, this, segment, file);
    }

    /** Returns the value at a path of keys. */
    public Located descendant(List<String> path) {
        Located at = this;
        for (String key : path) {
            at = at.step(key);
        }
        return at;
    }

    public boolean exists() {
        return !node.isMissingNode();
    }

    public boolean isObject() {
        return node.isObject();
    }

    /** Returns the members of an object, in order; none of anything else. */
    public List<Located> members() {
        if (!node.isObject()) {
            return List.of();
        }
        List<Located> members = new ArrayList<>(node.size());
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            members.add(new Located(entry.getValue(), this, entry.getKey(), file));
        }
        return members;
    }

    /** Returns the elements of an array, in order; none of anything else. */
    public List<Located> items() {
        if (!node.isArray()) {
            return List.of();
        }
        List<Located> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(new Located(node.get(i), this, String.valueOf(i), file));
        }
        return items;
    }

    /** Returns the text of a member, or nothing if it is not text. */
    public Optional<String> text(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isTextual() ? Optional.of(child.textValue()) : Optional.empty();
    }

    public boolean isTrue(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isBoolean() && child.booleanValue();
    }

    public boolean isFalse(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isBoolean() && !child.booleanValue();
    }

    /** Returns the texts in a member that is an array, leaving out anything else. */
    public List<String> texts(String name) {
        return get(name).items().stream()
                .filter(item -> item.node.isTextual())
                .map(item -> item.node.textValue())
                .toList();
    }
}
