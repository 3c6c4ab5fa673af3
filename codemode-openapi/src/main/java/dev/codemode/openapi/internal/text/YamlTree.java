package dev.codemode.openapi.internal.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.jsonschema.internal.document.DocumentTree;
import dev.codemode.jsonschema.internal.document.DocumentTree.Fault;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import dev.codemode.jsonschema.internal.words.Prose;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * YAML 1.2 as a tree of JSON, with the merge keys of YAML 1.1. Invariants, held by {@code DocumentTextTest}: aliases
 * and merge keys never produce a tree of more than {@value DocumentText#MAX_VALUES} values, nor one of more than
 * {@value DocumentText#MAX_DEPTH} levels. Confined to one thread at a time.
 */
final class YamlTree {
    private static final int MAX_DIGITS = 1_000;
    private static final int MAX_MERGED = 1_000_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Schema SCHEMA = new CoreSchema();

    private final Parser parser;
    private final Map<Anchor, Sized> anchors = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Fault> faults = new ArrayList<>();
    private int merged;

    private YamlTree(Parser parser) {
        this.parser = parser;
    }

    /**
     * A tree.
     *
     * @param node the tree
     * @param size the number of its values, with aliases counted at every use
     * @param depth the number of its levels
     */
    private record Sized(JsonNode node, long size, int depth) {}

    static DocumentTree parse(String text) throws UnreadableException {
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

    private DocumentTree document() throws UnreadableException {
        parser.next(); // the stream's start
        if (!parser.checkEvent(Event.ID.DocumentStart)) {
            throw new UnreadableException("The text is empty.");
        }
        parser.next();
        JsonNode tree = value(parser.next()).node();
        parser.next(); // the document's end
        if (parser.checkEvent(Event.ID.DocumentStart)) {
            faults.add(
                    new Fault(List.of(), "The text holds more than one YAML document, and only the first was read."));
        }
        return new DocumentTree(tree, faults);
    }

    private Sized value(Event event) throws UnreadableException {
        if (event instanceof AliasEvent alias) {
            return known(alias);
        }
        if (path.size() > DocumentText.MAX_DEPTH) {
            throw DocumentText.tooDeep();
        }
        Sized value = switch (event.getEventId()) {
            case MappingStart -> object();
            case SequenceStart -> array();
            default -> new Sized(scalar((ScalarEvent) event), 1, 0);
        };
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        anchor.ifPresent(name -> anchors.put(name, value));
        return value;
    }

    private Sized known(AliasEvent alias) throws UnreadableException {
        Sized known = anchors.get(alias.getAlias());
        if (known == null) {
            throw new UnreadableException(
                    "The alias '*" + Prose.line(alias.getAlias().getValue(), 40) + "' is used before its anchor ends.");
        }
        if (path.size() + known.depth() > DocumentText.MAX_DEPTH) {
            throw DocumentText.tooDeep();
        }
        return known;
    }

    private Sized array() throws UnreadableException {
        ArrayNode array = NODES.arrayNode();
        long size = 1;
        int depth = 0;
        for (Event event = parser.next(); event.getEventId() != Event.ID.SequenceEnd; event = parser.next()) {
            path.addLast(String.valueOf(array.size()));
            Sized item = value(event);
            path.removeLast();
            array.add(item.node());
            size = sum(size, item);
            depth = Math.max(depth, item.depth());
        }
        return new Sized(array, size, depth + 1);
    }

    private Sized object() throws UnreadableException {
        ObjectNode object = NODES.objectNode();
        ObjectNode inherited = NODES.objectNode();
        long size = 1;
        int depth = 0;
        for (Event event = parser.next(); event.getEventId() != Event.ID.MappingEnd; event = parser.next()) {
            String key = key(event);
            path.addLast(key);
            Sized value = value(parser.next());
            size = sum(size, value);
            if (key.equals("<<") && isMergeable(value.node())) {
                merge(value.node(), inherited);
                depth = Math.max(depth, value.depth() - 1);
            } else {
                repeated(object.replace(key, value.node()));
                depth = Math.max(depth, value.depth());
            }
            path.removeLast();
        }
        inherited.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        return new Sized(object, size, depth + 1);
    }

    private void repeated(@Nullable JsonNode before) {
        if (before != null) {
            faults.add(Fault.repeated(List.copyOf(path)));
        }
    }

    private String key(Event event) throws UnreadableException {
        JsonNode key = event instanceof AliasEvent ? value(event).node() : null;
        if (key != null && key.isValueNode()) {
            return bounded(key.asText());
        }
        if (event instanceof ScalarEvent scalar) {
            scalar.getAnchor().ifPresent(name -> anchors.put(name, new Sized(NODES.textNode(scalar.getValue()), 1, 0)));
            return bounded(scalar.getValue());
        }
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        throw new UnreadableException("The key in line " + line + " is not text.");
    }

    private static String bounded(String key) throws UnreadableException {
        if (key.length() > DocumentText.MAX_KEY) {
            throw DocumentText.longKey();
        }
        return key;
    }

    private static long sum(long size, Sized more) throws UnreadableException {
        long sum = size + more.size();
        if (sum > DocumentText.MAX_VALUES) {
            throw DocumentText.tooLarge();
        }
        return sum;
    }

    private static boolean isMergeable(JsonNode value) {
        return value.isObject()
                || (value.isArray() && value.size() > 0 && value.get(0).isObject());
    }

    private void merge(JsonNode value, ObjectNode inherited) throws UnreadableException {
        Iterable<JsonNode> maps = value.isArray() ? value : List.of(value);
        for (JsonNode map : maps) {
            merged += map.size();
            if (merged > MAX_MERGED) {
                throw new UnreadableException(
                        "The merge keys ('<<') of the text stand for more than " + MAX_MERGED + " values.");
            }
            map.properties().forEach(entry -> inherited.putIfAbsent(entry.getKey(), entry.getValue()));
        }
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
        if (text.length() > MAX_DIGITS) {
            return NODES.textNode(text);
        }
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
