package dev.codemode.openapi.internal.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.jsonschema.internal.document.DocumentTree;
import dev.codemode.jsonschema.internal.document.DocumentTree.Fault;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads JSON (RFC 8259) as a tree, and reports repeated keys. Confined to one thread at a time. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Fault> faults = new ArrayList<>();
    private int values;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    static DocumentTree parse(String text) throws JsonProcessingException, UnreadableException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonTree reader = new JsonTree(parser);
            parser.nextToken();
            JsonNode tree = reader.value();
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "There is more after the object.");
            }
            return new DocumentTree(tree, reader.faults);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode value() throws IOException, UnreadableException {
        if (++values > DocumentText.MAX_VALUES) {
            throw DocumentText.tooLarge();
        }
        if (path.size() > DocumentText.MAX_DEPTH) {
            throw DocumentText.tooDeep();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new JsonParseException(parser, "There is no value here.");
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** Keeps a number as a double if that holds it, and otherwise its digits. */
    private JsonNode number() throws IOException {
        double value = parser.getDoubleValue();
        return Double.isInfinite(value) ? NODES.numberNode(parser.getDecimalValue()) : NODES.numberNode(value);
    }

    private JsonNode object() throws IOException, UnreadableException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (key.length() > DocumentText.MAX_KEY) {
                throw DocumentText.longKey();
            }
            path.addLast(key);
            parser.nextToken();
            if (object.has(key)) {
                faults.add(Fault.repeated(List.copyOf(path)));
            }
            object.set(key, value());
            path.removeLast();
        }
        return object;
    }

    private JsonNode array() throws IOException, UnreadableException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            path.addLast(String.valueOf(array.size()));
            array.add(value());
            path.removeLast();
        }
        return array;
    }
}
