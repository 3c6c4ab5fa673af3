package dev.codemode.openapi.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.openapi.internal.document.DocumentText.UnreadableException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * YAML 1.2 as a tree of JSON, with the merge keys of YAML 1.1. Invariant, held by {@code DocumentTextTest}: aliases make
 * no tree of more than {@value #MAX_NODES} nodes, and none of endless depth. Confined to one thread at a time.
 */
final class YamlTree {
    private static final long MAX_NODES = 20_000_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Schema SCHEMA = new CoreSchema();

    private final Parser parser;
    private final Map<Anchor, Sized> anchors = new HashMap<>();

    private YamlTree(Parser parser) {
        this.parser = parser;
    }

    /**
     * A tree.
     *
     * @param node the tree
     * @param size its nodes, those of aliases counted wherever they stand
     */
    private record Sized(JsonNode node, long size) {}

    static JsonNode parse(String text) throws UnreadableException {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(SCHEMA)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            return new YamlTree(new ParserImpl(settings, new StreamReader(settings, text))).document();
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> ": line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                    .orElse("");
            throw new UnreadableException("The text is neither valid JSON nor valid YAML" + place + ".");
        } catch (YamlEngineException e) {
            throw new UnreadableException("The text is neither valid JSON nor valid YAML.");
        }
    }

    private JsonNode document() throws UnreadableException {
        parser.next(); // the stream's start
        if (!parser.checkEvent(Event.ID.DocumentStart)) {
            throw new UnreadableException("The text is empty.");
        }
        parser.next();
        return value(parser.next(), 0).node();
    }

    private Sized value(Event event, int depth) throws UnreadableException {
        if (event instanceof AliasEvent alias) {
            Sized known = anchors.get(alias.getAlias());
            if (known == null) {
                throw new UnreadableException("The alias '*"
                        + Prose.line(alias.getAlias().getValue(), 40) + "' stands before its anchor ends.");
            }
            return known;
        }
        if (depth > DocumentText.MAX_DEPTH) {
            throw new UnreadableException("The text nests deeper than " + DocumentText.MAX_DEPTH + " levels.");
        }
        Sized value = switch (event.getEventId()) {
            case MappingStart -> object(depth);
            case SequenceStart -> array(depth);
            default -> new Sized(scalar((ScalarEvent) event), 1);
        };
        if (value.size() > MAX_NODES) {
            throw new UnreadableException("The aliases of the text stand for more than " + MAX_NODES + " values.");
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        anchor.ifPresent(name -> anchors.put(name, value));
        return value;
    }

    private Sized array(int depth) throws UnreadableException {
        ArrayNode array = NODES.arrayNode();
        long size = 1;
        for (Event event = parser.next(); event.getEventId() != Event.ID.SequenceEnd; event = parser.next()) {
            Sized item = value(event, depth + 1);
            array.add(item.node());
            size += item.size();
        }
        return new Sized(array, size);
    }

    private Sized object(int depth) throws UnreadableException {
        ObjectNode object = NODES.objectNode();
        ObjectNode merged = NODES.objectNode();
        long size = 1;
        for (Event event = parser.next(); event.getEventId() != Event.ID.MappingEnd; event = parser.next()) {
            String key = key(event);
            Sized value = value(parser.next(), depth + 1);
            size += value.size();
            if (key.equals("<<") && isMergeable(value.node())) {
                merge(value.node(), merged);
            } else {
                object.set(key, value.node());
            }
        }
        merged.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        return new Sized(object, size);
    }

    private String key(Event event) throws UnreadableException {
        JsonNode key = event instanceof AliasEvent ? value(event, 0).node() : null;
        if (key != null && key.isValueNode()) {
            return key.asText();
        }
        if (event instanceof ScalarEvent scalar) {
            scalar.getAnchor().ifPresent(name -> anchors.put(name, new Sized(NODES.textNode(scalar.getValue()), 1)));
            return scalar.getValue();
        }
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        throw new UnreadableException("The key in line " + line + " is no text.");
    }

    private static boolean isMergeable(JsonNode value) {
        return value.isObject()
                || (value.isArray() && value.size() > 0 && value.get(0).isObject());
    }

    private static void merge(JsonNode value, ObjectNode merged) {
        Iterable<JsonNode> maps = value.isArray() ? value : List.of(value);
        maps.forEach(map -> map.properties().forEach(entry -> merged.putIfAbsent(entry.getKey(), entry.getValue())));
    }

    private static JsonNode scalar(ScalarEvent event) {
        String value = event.getValue();
        Tag tag = event.getTag()
                .map(Tag::new)
                .orElseGet(() -> SCHEMA.getScalarResolver()
                        .resolve(value, event.getImplicit().canOmitTagInPlainScalar()));
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(value.equalsIgnoreCase("true"));
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(value) : NODES.textNode(value);
    }

    private static JsonNode number(String text) {
        try {
            if (text.startsWith("0x")) {
                return NODES.numberNode(new BigInteger(text.substring(2), 16));
            }
            if (text.startsWith("0o")) {
                return NODES.numberNode(new BigInteger(text.substring(2), 8));
            }
            BigDecimal decimal = new BigDecimal(text);
            boolean whole = decimal.scale() <= 0 && decimal.precision() - decimal.scale() < 100;
            return whole ? NODES.numberNode(decimal.toBigInteger()) : NODES.numberNode(decimal);
        } catch (NumberFormatException | ArithmeticException e) {
            return NODES.textNode(text); // infinities and not-a-number have no JSON form
        }
    }
}
