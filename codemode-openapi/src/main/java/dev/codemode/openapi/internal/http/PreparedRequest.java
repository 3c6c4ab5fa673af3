package dev.codemode.openapi.internal.http;

import dev.codemode.http.Authorization;
import dev.codemode.http.internal.client.Payload;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of an operation, before it is sent for the first time. Immutable and thread-safe.
 *
 * @param target where it goes, without credentials
 * @param uri the same as a URI
 * @param authorization the credentials
 * @param own the header fields that it has wherever it goes
 * @param content the body, or null
 */
record PreparedRequest(
        Target target,
        URI uri,
        Authorization authorization,
        Map<String, String> own,
        @Nullable Payload content) {
    /** Copies the header fields. */
    PreparedRequest {
        own = Map.copyOf(own);
    }

    /** Returns the same request with credentials. */
    PreparedRequest with(Authorization authorization) {
        return new PreparedRequest(target, uri, authorization, own, content);
    }
}
