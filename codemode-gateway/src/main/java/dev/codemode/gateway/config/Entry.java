package dev.codemode.gateway.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a YAML file that knows its position.
 *
 * @param node the value
 * @param path its key, including those above it: {@code openapi[0].name}
 */
record Entry(Node node, String path) {
    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    int column() {
        return node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Returns the text of a scalar as written, without quotes. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    List<Entry> items() {
        List<Entry> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new Entry(item, path + "[" + items.size() + "]"));
            }
        }
        return items;
    }

    /** Returns the values of a map by their keys; a repeated key is a mistake. */
    Map<String, Entry> members(Problems problems) {
        Map<String, Entry> members = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                Entry key = new Entry(tuple.getKeyNode(), path);
                String name = key.text();
                String below = path.isEmpty() ? name : path + "." + name;
                if (!key.isScalar()) {
                    problems.add(key, "a key must be text.");
                } else if (members.putIfAbsent(name, new Entry(tuple.getValueNode(), below)) != null) {
                    problems.add(key, "the key '" + name + "' appears twice. Remove one.");
                }
            }
        }
        return members;
    }

    /** Returns the entry for a key of this map, for reporting what is wrong with the key itself. */
    Entry key(String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return new Entry(key, path);
                }
            }
        }
        return this;
    }
}
