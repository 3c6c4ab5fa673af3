package dev.codemode.openapi.internal.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The way requests authenticate, according to a document (OpenAPI 3.1, 4.8.27). Immutable and thread-safe. */
public sealed interface SecurityScheme {
    /**
     * A secret in a query parameter, a header or a cookie.
     *
     * @param location where it goes
     * @param name the name of the parameter, header or cookie
     */
    record ApiKey(HttpParameter.Location location, String name) implements SecurityScheme {}

    /**
     * {@code Authorization} of an HTTP scheme: {@code basic} (RFC 7617), {@code bearer} (RFC 6750) or another one.
     *
     * @param scheme the scheme's name, in lower case
     */
    record Http(String scheme) implements SecurityScheme {}

    /**
     * OAuth 2, or OpenID Connect.
     *
     * @param tokenUrl where the flow {@code clientCredentials} gets its tokens (RFC 6749, 4.4), or null if the document
     *     does not say
     */
    record OAuth2(@Nullable URI tokenUrl) implements SecurityScheme {}

    /** A scheme for which we can add nothing to the request: {@code mutualTLS}. */
    record Other(String type) implements SecurityScheme {}
}
