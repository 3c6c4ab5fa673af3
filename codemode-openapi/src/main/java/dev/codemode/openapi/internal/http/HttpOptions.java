package dev.codemode.openapi.internal.http;

import dev.codemode.openapi.Credential;
import dev.codemode.openapi.RequestAuthorizer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host has decided about the calls of one source. Immutable and thread-safe.
 *
 * @param schemes the document's security schemes by name
 * @param credentials the host's secrets by the name of their scheme
 * @param authorizer gives further credentials, or null
 * @param credentialOrigins the origins that get credentials: scheme, host and port, without a path
 * @param privateOrigins origins that may be private addresses although others may not
 * @param privateAddresses whether every server may be a private address
 * @param timeout how long one attempt may take, from connecting to the last byte
 * @param maxRetries how often an idempotent request is repeated
 * @param maxResponseBytes the size of a response's body, after decompression
 * @param client the host's client, or null for one of our own
 */
public record HttpOptions(
        Map<String, SecurityScheme> schemes,
        Map<String, Credential> credentials,
        @Nullable RequestAuthorizer authorizer,
        Set<URI> credentialOrigins,
        Set<URI> privateOrigins,
        boolean privateAddresses,
        Duration timeout,
        int maxRetries,
        int maxResponseBytes,
        @Nullable HttpClient client) {
    /** Copies the collections. */
    public HttpOptions {
        schemes = Map.copyOf(schemes);
        credentials = Map.copyOf(credentials);
        credentialOrigins = Set.copyOf(credentialOrigins);
        privateOrigins = Set.copyOf(privateOrigins);
    }
}
