package dev.codemode.openapi.internal.http;

import dev.codemode.http.Credential;
import dev.codemode.http.RequestAuthorizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's credentials, and what the document says about them. Immutable and thread-safe.
 *
 * @param schemes the document's security schemes, keyed by name
 * @param credentials the host's secrets, keyed by the name of their scheme
 * @param always the credential of every request, whatever the document says; or null
 * @param authorizer provides further credentials, or null
 */
public record Secrets(
        Map<String, SecurityScheme> schemes,
        Map<String, Credential> credentials,
        @Nullable Always always,
        @Nullable RequestAuthorizer authorizer) {
    /** Copies the maps. */
    public Secrets {
        schemes = Map.copyOf(schemes);
        credentials = Collections.unmodifiableMap(new LinkedHashMap<>(credentials));
    }

    /**
     * A credential of every request.
     *
     * @param scheme how it is sent
     * @param credential the secret
     */
    public record Always(SecurityScheme scheme, Credential credential) {}

    /** Returns the first alternative of an operation's needs for which the host has every credential. */
    Optional<List<HttpOperation.SecurityNeed>> needs(HttpOperation operation) {
        return operation.security().stream()
                .filter(needs -> needs.stream().allMatch(need -> credentials.containsKey(need.scheme())))
                .filter(needs -> !needs.isEmpty())
                .findFirst();
    }
}
