package dev.codemode.openapi.internal.http;

import dev.codemode.internal.Excerpt;
import dev.codemode.internal.Json;
import dev.codemode.source.OperationFailedException;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request. Invariant, held by {@code HttpInjectionTest}: whatever the arguments, the path has the segments of
 * its template, the literal ones as they are, and none of dots. Holds no state.
 */
final class PathText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern PARTS = Pattern.compile("[/\\\\]");
    private static final int MAX_CHARACTERS = 8_000;
    private static final int MAX_DECODINGS = 5;

    private PathText() {}

    /** Returns the path, encoded. */
    static String of(HttpOperation operation, Map<String, @Nullable Object> arguments) {
        Spelling spelling = new Spelling(Percent::strictly);
        String template = part(operation.path(), 0);
        StringBuilder path = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(template);
        int end = 0;
        while (matcher.find()) {
            path.append(literal(template.substring(end, matcher.start())));
            path.append(value(parameter(operation.parameters(), matcher.group(1)), arguments, spelling));
            end = matcher.end();
        }
        path.append(literal(template.substring(end)));
        check(template, path.toString());
        return path.toString();
    }

    /** Returns the names and values of the query that the path itself has, encoded. */
    static List<Spelling.Pair> query(HttpOperation operation) {
        List<Spelling.Pair> pairs = new ArrayList<>();
        for (String pair : part(operation.path(), 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                pairs.add(new Spelling.Pair(
                        Percent.reserved(name), Percent.reserved(equals < 0 ? "" : pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    /** Returns what stands before the question mark, or what stands after it. */
    private static String part(String path, int number) {
        String[] parts = path.split("#", 2)[0].split("\\?", 2);
        return number < parts.length ? parts[number] : "";
    }

    private static String literal(String text) {
        return String.join(
                "/", List.of(text.split("/", -1)).stream().map(Percent::segment).toList());
    }

    private static HttpParameter parameter(List<HttpParameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.location() == HttpParameter.Location.PATH)
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The path has no parameter '" + name + "'."));
    }

    private static String value(HttpParameter parameter, Map<String, @Nullable Object> arguments, Spelling spelling) {
        Object value = arguments.get(parameter.argument());
        if (value == null) {
            throw Refusal.of(parameter.argument(), "is missing: it is part of the path.");
        }
        checkParts(parameter.argument(), value);
        if (parameter.contentType() != null) {
            return Percent.strictly(Json.write(value));
        }
        return switch (parameter.style()) {
            case LABEL -> spelling.label(value, parameter.explode());
            case MATRIX -> spelling.matrix(parameter.name(), value, parameter.explode());
            default -> spelling.simple(value, parameter.explode());
        };
    }

    private static void checkParts(String argument, Object value) {
        if (value instanceof List<?> list) {
            if (list.isEmpty()) {
                throw Refusal.of(argument, "must not be empty: it is part of the path.");
            }
            list.forEach(item -> checkText(argument, Spelling.plain(item)));
        } else if (value instanceof Map<?, ?> map) {
            if (map.isEmpty()) {
                throw Refusal.of(argument, "must not be empty: it is part of the path.");
            }
            map.forEach((key, item) -> {
                checkText(argument, Spelling.plain(key));
                checkText(argument, Spelling.plain(item));
            });
        } else {
            checkText(argument, Spelling.plain(value));
        }
    }

    private static void checkText(String argument, String text) {
        if (text.isEmpty()) {
            throw Refusal.of(argument, "must not be empty: it is part of the path.");
        }
        if (text.length() > MAX_CHARACTERS) {
            throw Refusal.of(argument, "has more than " + MAX_CHARACTERS + " characters: it is part of the path.");
        }
        if (Refusal.hasControls(text, "")) {
            throw Refusal.of(argument, "must not have control characters: it is part of the path.");
        }
        checkDots(argument, text);
    }

    /** Looks at what servers and proxies may make of the text: they decode, some twice, and some normalise. */
    private static void checkDots(String argument, String text) {
        String seen = text;
        for (int i = 0; i < MAX_DECODINGS; i++) {
            if (hasDotSegment(seen) || hasDotSegment(Normalizer.normalize(seen, Normalizer.Form.NFKC))) {
                throw Refusal.of(
                        argument,
                        "must not have a part of dots, but was \"" + Excerpt.of(text, 40)
                                + "\": it would lead to another path.");
            }
            String decoded = decoded(argument, seen);
            if (decoded.equals(seen)) {
                return;
            }
            seen = decoded;
        }
        throw Refusal.of(argument, "is percent-encoded too often. Pass it as it is: it will be encoded.");
    }

    private static String decoded(String argument, String text) {
        try {
            String decoded = Percent.decoded(text);
            if (Refusal.hasControls(decoded, "")) {
                throw Refusal.of(argument, "must not have control characters, not even encoded ones.");
            }
            return decoded;
        } catch (CharacterCodingException e) {
            throw Refusal.of(argument, "is percent-encoded, and not in UTF-8. Pass it as it is: it will be encoded.");
        }
    }

    private static boolean hasDotSegment(String text) {
        for (String part : PARTS.split(text, -1)) {
            int parameters = part.indexOf(';');
            String name = (parameters < 0 ? part : part.substring(0, parameters)).strip();
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** Matches the encoded path against the template again: a second look at what the first should have made sure. */
    private static void check(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] found = path.split("/", -1);
        boolean same = wanted.length == found.length;
        for (int i = 0; same && i < wanted.length; i++) {
            boolean open = wanted[i].contains("{");
            same = open ? !found[i].isEmpty() && !hasDotSegment(found[i]) : found[i].equals(Percent.segment(wanted[i]));
        }
        if (!same) {
            throw new OperationFailedException("The arguments would lead to another path.");
        }
    }
}
