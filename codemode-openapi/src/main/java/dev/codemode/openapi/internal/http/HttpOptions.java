package dev.codemode.openapi.internal.http;

import dev.codemode.openapi.Credential;
import dev.codemode.openapi.RequestAuthorizer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host has decided about the calls of one source. Immutable and thread-safe.
 *
 * @param source the service's name, for the host's log
 * @param schemes the document's security schemes, keyed by name
 * @param credentials the host's secrets, keyed by the name of their scheme
 * @param always the credential of every request, whatever the document says; or null
 * @param authorizer provides further credentials, or null
 * @param origins the origins that get credentials and that redirects may lead to: those that the host names, and that
 *     of the API
 * @param privateOrigins origins that may be at private addresses even if others may not: those that the host names
 * @param privateAddresses whether every server may be at a private address
 * @param timeout how long one attempt may take, from connecting to the last byte
 * @param maxRetries how often an idempotent request is repeated
 * @param maxResponseBytes the maximum size of a response's body, after decompression
 * @param maxConcurrentCalls how many calls are carried out at once
 * @param client the host's client, or null for our own
 */
public record HttpOptions(
        String source,
        Map<String, SecurityScheme> schemes,
        Map<String, Credential> credentials,
        @Nullable Always always,
        @Nullable RequestAuthorizer authorizer,
        Set<Origin> origins,
        Set<Origin> privateOrigins,
        boolean privateAddresses,
        Duration timeout,
        int maxRetries,
        int maxResponseBytes,
        int maxConcurrentCalls,
        @Nullable HttpClient client) {
    /** Copies the collections. */
    public HttpOptions {
        schemes = Map.copyOf(schemes);
        credentials = Collections.unmodifiableMap(new LinkedHashMap<>(credentials));
        origins = Set.copyOf(origins);
        privateOrigins = Set.copyOf(privateOrigins);
    }

    /** Returns the first alternative of an operation's needs for which the host has every credential. */
    Optional<List<HttpOperation.SecurityNeed>> needs(HttpOperation operation) {
        return operation.security().stream()
                .filter(needs -> needs.stream().allMatch(need -> credentials.containsKey(need.scheme())))
                .filter(needs -> !needs.isEmpty())
                .findFirst();
    }

    /**
     * A credential of every request.
     *
     * @param scheme how it is sent
     * @param credential the secret
     */
    public record Always(SecurityScheme scheme, Credential credential) {}
}
