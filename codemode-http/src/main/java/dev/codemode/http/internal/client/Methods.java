package dev.codemode.http.internal.client;

import java.util.Set;

/** What request methods mean. Holds no state. */
public final class Methods {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY");

    private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD", "OPTIONS", "DELETE", "TRACE");

    private Methods() {}

    /** Returns whether a request of the method has the same effect once or several times (RFC 9110, 9.2.2). */
    public static boolean isIdempotent(String method) {
        return IDEMPOTENT.contains(method);
    }

    /** Returns whether the method gives content no meaning, so that nothing is announced (RFC 9110, 8.6). */
    static boolean hasNoContent(String method) {
        return WITHOUT_CONTENT.contains(method);
    }
}
