package dev.codemode.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is added to a request to prove who sends it. Its values are secrets: a script never sees them, and where a response
 * repeats one of eight characters or more, it is masked. Immutable and thread-safe.
 *
 * @param headers header fields by name
 * @param query query parameters by name, before encoding
 * @param cookies cookies by name
 * @since 0.1
 */
public record Authorization(Map<String, String> headers, Map<String, String> query, Map<String, String> cookies) {
    private static final Authorization NONE = new Authorization(Map.of(), Map.of(), Map.of());

    /** Copies the maps and keeps their order. */
    public Authorization {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        cookies = Collections.unmodifiableMap(new LinkedHashMap<>(cookies));
    }

    /** Returns an authorization that adds nothing. */
    public static Authorization none() {
        return NONE;
    }

    /** Returns whether nothing is added. */
    public boolean isEmpty() {
        return headers.isEmpty() && query.isEmpty() && cookies.isEmpty();
    }

    /** Returns one header field. */
    public static Authorization header(String name, String value) {
        return new Authorization(Map.of(name, value), Map.of(), Map.of());
    }

    /** Returns {@code Authorization: Bearer} and the token (RFC 6750, 2.1). */
    public static Authorization bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Names what is added, without the values. */
    @Override
    public String toString() {
        return "Authorization[headers=" + headers.keySet() + ", query=" + query.keySet() + ", cookies="
                + cookies.keySet() + "]";
    }
}
