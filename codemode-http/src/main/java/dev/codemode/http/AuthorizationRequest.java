package dev.codemode.http;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.OperationName;
import java.net.URI;
import java.util.Objects;

/**
 * A request that needs credentials. Immutable and thread-safe.
 *
 * @param operation the operation that is called
 * @param caller on whose behalf
 * @param method the request method
 * @param uri the request's URI, whose query comes partly from a script
 * @since 0.1
 */
public record AuthorizationRequest(OperationName operation, Caller caller, String method, URI uri) {
    /** Checks that nothing is null. */
    public AuthorizationRequest {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
    }
}
