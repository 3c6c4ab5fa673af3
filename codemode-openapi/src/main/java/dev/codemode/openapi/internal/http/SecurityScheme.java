package dev.codemode.openapi.internal.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a document says that requests prove who sends them (OpenAPI 3.1, 4.8.27). Immutable and thread-safe.
 */
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
     * @param scheme the scheme's name, in small letters
     */
    record Http(String scheme) implements SecurityScheme {}

    /**
     * OAuth 2, or OpenID Connect.
     *
     * @param tokenUrl where the flow {@code clientCredentials} gets its tokens (RFC 6749, 4.4), or null where the
     *     document does not say
     */
    record OAuth2(@Nullable URI tokenUrl) implements SecurityScheme {}

    /** A scheme without anything in the request that we could add: {@code mutualTLS}. */
    record Other(String type) implements SecurityScheme {}
}
