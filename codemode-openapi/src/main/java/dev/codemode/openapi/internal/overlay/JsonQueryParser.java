package dev.codemode.openapi.internal.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import dev.codemode.openapi.internal.overlay.JsonQuery.Condition;
import dev.codemode.openapi.internal.overlay.JsonQuery.Segment;
import dev.codemode.openapi.internal.overlay.JsonQuery.Selector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads queries of JSONPath (RFC 9535). Confined to one thread at a time. */
final class JsonQueryParser {
    private static final int MAX_DEPTH = 20;
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_$\\x{80}-\\x{10FFFF}][\\p{L}\\p{Nd}_$\\x{80}-\\x{10FFFF}-]*");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,14})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
    private static final Pattern OPERATOR = Pattern.compile("==|!=|<=|>=|<|>");
    private static final Pattern WORD = Pattern.compile("true|false|null");

    private final String text;
    private int at;
    private int depth;

    JsonQueryParser(String text) {
        this.text = text;
    }

    List<Segment> query() throws UnreadableException {
        expect("$");
        List<Segment> segments = segments();
        if (at < text.length()) {
            throw fault("there is something that cannot be read");
        }
        return segments;
    }

    private List<Segment> segments() throws UnreadableException {
        List<Segment> segments = new ArrayList<>();
        while (true) {
            int before = at;
            blanks();
            boolean descendants = take("..");
            if (!descendants && !take(".") && !text.startsWith("[", at)) {
                at = before;
                return segments;
            }
            boolean dotted = descendants || text.charAt(at - 1) == '.';
            segments.add(new Segment(text.startsWith("[", at) ? bracketed() : shorthand(dotted), descendants));
        }
    }

    private List<Selector> shorthand(boolean dotted) throws UnreadableException {
        if (take("*")) {
            return List.of(JsonQuery::children);
        }
        String name = dotted ? match(NAME) : null;
        if (name == null) {
            throw fault("a name, '*' or '[' is missing");
        }
        return List.of(JsonQuery.name(name));
    }

    private List<Selector> bracketed() throws UnreadableException {
        expect("[");
        List<Selector> selectors = new ArrayList<>();
        do {
            blanks();
            selectors.add(selector());
            blanks();
        } while (take(","));
        expect("]");
        return selectors;
    }

    private Selector selector() throws UnreadableException {
        if (take("*")) {
            return JsonQuery::children;
        }
        if (take("?")) {
            Condition condition = or();
            return value -> JsonQuery.children(value).stream()
                    .filter(child -> condition.holds(root(child), child))
                    .toList();
        }
        String name = quoted();
        if (name != null) {
            return JsonQuery.name(name);
        }
        String start = match(INTEGER);
        blanks();
        if (!take(":")) {
            if (start == null) {
                throw fault("a name, an index, '*' or a filter is missing");
            }
            return JsonQuery.index(Long.parseLong(start));
        }
        blanks();
        String end = match(INTEGER);
        blanks();
        String step = take(":") ? match(INTEGER) : null;
        return JsonQuery.slice(
                start == null ? null : Long.valueOf(start),
                end == null ? null : Long.valueOf(end),
                step == null ? 1 : Long.parseLong(step));
    }

    private static Located root(Located value) {
        Located root = value;
        for (Located parent = value.parent(); parent != null; parent = parent.parent()) {
            root = parent;
        }
        return root;
    }

    private Condition or() throws UnreadableException {
        if (++depth > MAX_DEPTH) {
            throw fault("it nests too deeply");
        }
        Condition left = and();
        while (take("||")) {
            Condition first = left;
            Condition second = and();
            left = (root, value) -> first.holds(root, value) || second.holds(root, value);
        }
        depth--;
        return left;
    }

    private Condition and() throws UnreadableException {
        Condition left = basic();
        while (take("&&")) {
            Condition first = left;
            Condition second = basic();
            left = (root, value) -> first.holds(root, value) && second.holds(root, value);
        }
        return left;
    }

    private Condition basic() throws UnreadableException {
        blanks();
        boolean negated = take("!");
        blanks();
        Condition condition = take("(") ? parenthesized() : comparison(negated);
        blanks();
        return negated ? (root, value) -> !condition.holds(root, value) : condition;
    }

    private Condition parenthesized() throws UnreadableException {
        Condition inner = or();
        blanks();
        expect(")");
        return inner;
    }

    private Condition comparison(boolean negated) throws UnreadableException {
        boolean query = text.startsWith("@", at) || text.startsWith("$", at);
        BiFunction<Located, Located, List<JsonNode>> left = operand();
        blanks();
        String operator = negated ? null : match(OPERATOR);
        if (operator == null) {
            if (!query) {
                throw fault("a comparison is missing");
            }
            return (root, value) -> !left.apply(root, value).isEmpty();
        }
        blanks();
        BiFunction<Located, Located, List<JsonNode>> right = operand();
        return (root, value) ->
                JsonQuery.compares(single(left.apply(root, value)), operator, single(right.apply(root, value)));
    }

    private static JsonNode single(List<JsonNode> nodes) {
        return nodes.size() == 1 ? nodes.get(0) : MissingNode.getInstance();
    }

    private BiFunction<Located, Located, List<JsonNode>> operand() throws UnreadableException {
        if (take("@")) {
            JsonQuery query = JsonQuery.of(segments());
            return (root, value) ->
                    query.find(value).stream().map(Located::node).toList();
        }
        if (take("$")) {
            JsonQuery query = JsonQuery.of(segments());
            return (root, value) -> query.find(root).stream().map(Located::node).toList();
        }
        JsonNode literal = literal();
        return (root, value) -> List.of(literal);
    }

    private JsonNode literal() throws UnreadableException {
        String quoted = quoted();
        if (quoted != null) {
            return JsonNodeFactory.instance.textNode(quoted);
        }
        String number = match(NUMBER);
        if (number != null) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(number));
        }
        String word = match(WORD);
        if (word == null) {
            throw fault("a value is missing; functions are not supported");
        }
        return word.equals("null")
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.booleanNode(word.equals("true"));
    }

    private @Nullable String quoted() throws UnreadableException {
        if (at >= text.length() || "'\"".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char next = text.charAt(at++);
            value.append(next == '\\' ? escaped() : next);
        }
        expect(String.valueOf(quote));
        return value.toString();
    }

    private char escaped() throws UnreadableException {
        char kind = at < text.length() ? text.charAt(at++) : ' ';
        int index = "bfnrt/\\'\"".indexOf(kind);
        if (index >= 0) {
            return "\b\f\n\r\t/\\'\"".charAt(index);
        }
        if (kind != 'u' || !text.substring(at).matches("(?s)[0-9a-fA-F]{4}.*")) {
            throw fault("an escape cannot be read");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private @Nullable String match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    private boolean take(String token) {
        boolean found = text.startsWith(token, at);
        at += found ? token.length() : 0;
        return found;
    }

    private void expect(String token) throws UnreadableException {
        if (!take(token)) {
            throw fault("'" + token + "' is missing");
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private UnreadableException fault(String what) {
        return new UnreadableException(what + " at character " + (at + 1) + ".");
    }
}
