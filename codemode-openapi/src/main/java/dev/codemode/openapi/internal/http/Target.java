package dev.codemode.openapi.internal.http;

import dev.codemode.http.Authorization;
import dev.codemode.http.internal.client.Percent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The destination of a request, and the arguments in its head. Invariant, held by {@code HttpInjectionTest}: scheme,
 * host and port are the host's, and no argument adds a header, a parameter or a cookie that is not declared. Immutable
 * and thread-safe.
 *
 * @param server scheme, host, port and the start of the path
 * @param path the encoded path
 * @param query names and values, encoded
 * @param headers header fields, whose names differ in more than case
 * @param cookies names and values, encoded
 */
record Target(
        URI server, String path, List<Spelling.Pair> query, Map<String, String> headers, List<Spelling.Pair> cookies) {
    /** Creates the target from the arguments. */
    static Target of(HttpOperation operation, Map<String, @Nullable Object> arguments) {
        List<Spelling.Pair> cookies = new ArrayList<>();
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpParameter parameter : operation.parameters()) {
            Object value = arguments.get(parameter.argument());
            if (value == null) {
                continue;
            }
            switch (parameter.location()) {
                case PATH, QUERY, QUERYSTRING -> {}
                case HEADER -> headers.put(parameter.name(), header(parameter, value));
                case COOKIE -> cookies.addAll(cookies(parameter, value));
            }
        }
        return new Target(
                operation.server(),
                PathText.of(operation, arguments),
                QueryText.of(operation, arguments),
                headers,
                cookies);
    }

    private static String header(HttpParameter parameter, Object value) {
        ArgumentText.check(parameter, value, "");
        Spelling spelling = new Spelling(text -> text);
        HttpParameter.Written content = parameter.notation().content();
        String text = content != null
                ? content.text(parameter.argument(), value)
                : spelling.simple(value, parameter.notation().explode());
        // RFC 9110, 5.5: a field contains visible ASCII, and white space at either end does not count.
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw Refusal.of(parameter.argument(), "must be ASCII: it is a header.");
        }
        if (!text.equals(text.strip())) {
            throw Refusal.of(parameter.argument(), "must not begin or end with a blank: it is a header.");
        }
        return text;
    }

    private static List<Spelling.Pair> cookies(HttpParameter parameter, Object value) {
        ArgumentText.check(parameter, value, "");
        Spelling spelling = new Spelling(Percent::strictly);
        HttpParameter.Written content = parameter.notation().content();
        return content != null
                ? spelling.pairs(parameter.name(), content.text(parameter.argument(), value), false, "")
                : spelling.pairs(parameter.name(), value, parameter.notation().explode(), "%2C");
    }

    /** Returns this target with the request's credentials, which replace arguments of the same name. */
    Target with(Authorization authorization) {
        if (authorization.isEmpty()) {
            return this;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(this.headers);
        headers.putAll(authorization.headers());
        return new Target(
                server,
                path,
                replaced(query, authorization.query()),
                headers,
                replaced(cookies, authorization.cookies()));
    }

    private static List<Spelling.Pair> replaced(List<Spelling.Pair> pairs, Map<String, String> added) {
        Set<String> names = added.keySet().stream().map(Percent::strictly).collect(Collectors.toSet());
        List<Spelling.Pair> replaced = new ArrayList<>(pairs);
        replaced.removeIf(pair -> names.contains(pair.name()));
        added.forEach(
                (name, value) -> replaced.add(new Spelling.Pair(Percent.strictly(name), Percent.strictly(value))));
        return replaced;
    }

    /** Returns the URI of the request. */
    URI uri() {
        String joined = joined(query, "&");
        return URI.create(server + path + (joined.isEmpty() ? "" : "?" + joined));
    }

    /** Returns all header fields, the cookies as one of them. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(headers);
        if (!cookies.isEmpty()) {
            fields.put("Cookie", joined(cookies, "; "));
        }
        return fields;
    }

    private static String joined(List<Spelling.Pair> pairs, String delimiter) {
        return pairs.stream().map(Spelling.Pair::text).collect(Collectors.joining(delimiter));
    }
}
