package dev.codemode.openapi.internal.http;

import dev.codemode.openapi.internal.http.PathTemplate.Literal;
import dev.codemode.openapi.internal.http.PathTemplate.Part;
import dev.codemode.openapi.internal.http.PathTemplate.QueryPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key of a path into its parts: {@code /a/{b}?c={d}&e#f}. {@link PlaceParser} reads the text between braces.
 * Confined to one thread at a time.
 */
final class TemplateParser {
    private final String key;
    private final PlaceParser places;
    private final List<Part> path = new ArrayList<>();
    private final List<QueryPart> query = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private List<Part> into = path;
    private @Nullable List<Part> name;
    private boolean inQuery;

    TemplateParser(String key, Set<String> declared) {
        this.key = key;
        this.places = new PlaceParser(declared);
    }

    PathTemplate parse() {
        int[] ends = ends();
        for (int i = 0; i < key.length(); i++) {
            char character = key.charAt(i);
            if (character == '#') {
                break;
            }
            if (ends[i] > 0) {
                endLiteral();
                places.parts(key.substring(i + 1, ends[i])).forEach(this::addPart);
                i = ends[i];
            } else {
                addCharacter(character);
            }
        }
        endPair();
        return new PathTemplate(key, path, query, Segments.of(path));
    }

    /** Returns where each opening brace is closed, or 0: braces may nest, as in {@code {id:[a-z]{2,3}}}. */
    private int[] ends() {
        int[] ends = new int[key.length()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < key.length(); i++) {
            char character = key.charAt(i);
            if (character == '\\' && !open.isEmpty()) {
                i++;
            } else if (character == '{') {
                open.push(i);
            } else if (character == '}' && !open.isEmpty()) {
                ends[open.pop()] = i;
            }
        }
        return ends;
    }

    private void addCharacter(char character) {
        if (character == '?' && !inQuery) {
            endPair();
            inQuery = true;
            beginPair();
        } else if (character == '&' && inQuery) {
            endPair();
            beginPair();
        } else if (character == '=' && inQuery && name == null) {
            endLiteral();
            name = into;
            into = new ArrayList<>();
        } else {
            literal.append(character);
        }
    }

    private void addPart(Part part) {
        boolean pair = part instanceof PathTemplate.Place place && place.kind() == PathTemplate.Kind.PAIR;
        if (!pair) {
            into.add(part);
            return;
        }
        if (inQuery) {
            endPair();
            beginPair();
        }
        query.add(new QueryPart(List.of(part), null));
    }

    private void beginPair() {
        into = new ArrayList<>();
        name = null;
    }

    private void endPair() {
        endLiteral();
        List<Part> named = name == null ? into : name;
        if (inQuery && !(named.isEmpty() && name == null)) {
            query.add(new QueryPart(named, name == null ? null : into));
        }
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            into.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** Returns the names of a list, without blanks. */
    static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
