package dev.codemode.benchmarks.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mutates JSON at random: its structure, or the characters of its text. Confined to one thread at a time. */
final class JsonMutations {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            "#",
            "#/",
            "-",
            "@",
            "__proto__",
            "\u202E",
            "\u0000",
            "/^a$/",
            "(",
            "[",
            "string",
            "array",
            "object",
            "null",
            "\uD83D\uDE00",
            "\uD800",
            "x".repeat(5_000),
            "{a}",
            "application/json",
            "*/*",
            "https://example.com/{b}",
            "1e400");

    private final Random random;
    private final List<String> words;

    /** Makes changes with names that mean something there. */
    JsonMutations(Random random, List<String> words) {
        this.random = random;
        this.words = words;
    }

    /** Returns the text of a changed copy. */
    String mutated(JsonNode document) {
        JsonNode copy = document.deepCopy();
        int changes = 1 + random.nextInt(30);
        for (int i = 0; i < changes; i++) {
            change(copy);
        }
        String text = copy.toString();
        return random.nextInt(5) == 0 ? scrambled(text) : text;
    }

    private void change(JsonNode document) {
        JsonNode holder = any(document);
        if (holder instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            String key = keys.isEmpty() || random.nextInt(4) == 0 ? one(words) : one(keys);
            switch (random.nextInt(4)) {
                case 0 -> object.remove(key);
                case 1 -> object.set(random.nextBoolean() ? one(words) : one(TEXTS), value(document));
                default -> object.set(key, value(document));
            }
        } else if (holder instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextBoolean()) {
                array.add(value(document));
            } else {
                array.set(random.nextInt(array.size()), value(document));
            }
        }
    }

    private JsonNode value(JsonNode document) {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 ->
                NODES.numberNode(
                        List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE).get(random.nextInt(4)));
            case 3 -> NODES.numberNode(random.nextBoolean() ? 1e300 : 0.5);
            case 4 -> NODES.textNode(one(TEXTS));
            case 5, 6, 7 -> reference(document);
            case 8 -> nested(random.nextInt(150));
            case 9 -> NODES.objectNode().set(one(words), any(document).deepCopy());
            case 10 -> NODES.arrayNode().add(any(document).deepCopy()).add(reference(document));
            default -> any(document).deepCopy();
        };
    }

    /** Returns a reference to something in the document, so that cycles arise. */
    private JsonNode reference(JsonNode document) {
        StringBuilder pointer = new StringBuilder("#");
        JsonNode at = document;
        for (int i = random.nextInt(6); i > 0 && at.isObject() && !at.isEmpty(); i--) {
            List<String> keys = new ArrayList<>();
            at.fieldNames().forEachRemaining(keys::add);
            String key = random.nextInt(3) == 0 && at.has("components") ? "components" : one(keys);
            pointer.append('/').append(key.replace("~", "~0").replace("/", "~1"));
            at = at.get(key);
        }
        return NODES.objectNode().put("$ref", pointer.toString());
    }

    private JsonNode nested(int depth) {
        JsonNode node = NODES.objectNode().put("type", "string");
        String keyword = one(List.of("items", "not", "additionalProperties"));
        for (int i = 0; i < depth; i++) {
            node = NODES.objectNode().set(keyword, node);
        }
        return node;
    }

    /** Returns an object or an array somewhere in the tree. */
    private JsonNode any(JsonNode tree) {
        JsonNode at = tree;
        for (int depth = random.nextInt(14); depth > 0; depth--) {
            List<JsonNode> inner = new ArrayList<>();
            at.forEach(node -> {
                if (node.isContainerNode()) {
                    inner.add(node);
                }
            });
            if (inner.isEmpty()) {
                return at;
            }
            at = inner.get(random.nextInt(inner.size()));
        }
        return at;
    }

    private String scrambled(String text) {
        StringBuilder scrambled = new StringBuilder(text);
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(scrambled.length());
            switch (random.nextInt(3)) {
                case 0 -> scrambled.deleteCharAt(at);
                case 1 -> scrambled.insert(at, "{}[],:\"\\&*-#\n".charAt(random.nextInt(13)));
                default -> scrambled.setCharAt(at, (char) random.nextInt(0x3000));
            }
        }
        return scrambled.toString();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
