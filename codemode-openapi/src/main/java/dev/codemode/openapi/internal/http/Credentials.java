package dev.codemode.openapi.internal.http;

import dev.codemode.http.Authorization;
import dev.codemode.http.AuthorizationRequest;
import dev.codemode.http.Credential;
import dev.codemode.http.RequestAuthorizer;
import dev.codemode.http.internal.client.BoundedClient;
import dev.codemode.http.internal.client.FaultLog;
import dev.codemode.http.internal.client.Origin;
import dev.codemode.http.internal.secret.SecretText;
import dev.codemode.http.internal.secret.TokenCache;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the credentials of a request. Invariant, held by {@code CredentialsTest}: an origin that the host has not named
 * gets nothing. Thread-safe.
 */
final class Credentials {
    private static final System.Logger LOG = System.getLogger("dev.codemode.openapi");

    private final HttpOptions options;
    private final FaultLog log;
    private final TokenCache tokens;

    Credentials(HttpOptions options, BoundedClient wire, FaultLog log) {
        this.options = options;
        this.log = log;
        this.tokens = new TokenCache(wire, log);
    }

    /** Returns what to add to a request of the operation; nothing, for an origin that gets no credentials. */
    Authorization of(HttpOperation operation, OperationCall call, URI uri, Duration timeout)
            throws InterruptedException {
        if (!options.origins().contains(Origin.of(uri))) {
            return Authorization.none();
        }
        Authorization own = merged(
                options.secrets()
                        .needs(operation)
                        .map(needs -> ofSchemes(needs, timeout))
                        .orElse(Authorization.none()),
                always(timeout));
        RequestAuthorizer authorizer = options.secrets().authorizer();
        Authorization given = authorizer == null
                ? Authorization.none()
                : ask(
                        authorizer,
                        new AuthorizationRequest(call.operation().name(), call.caller(), operation.method(), uri));
        return checked(merged(own, given), uri);
    }

    private static Authorization ask(RequestAuthorizer authorizer, AuthorizationRequest request)
            throws InterruptedException {
        try {
            return authorizer.authorize(request);
        } catch (OperationFailedException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "The authorizer of " + request.operation() + " failed", e);
            throw new OperationFailedException("The host could not authorise the request. It keeps the details.");
        }
    }

    private Authorization always(Duration timeout) {
        Secrets.Always always = options.secrets().always();
        return always == null
                ? Authorization.none()
                : ofScheme(always.scheme(), always.credential(), List.of(), timeout);
    }

    private Authorization ofSchemes(List<HttpOperation.SecurityNeed> needs, Duration timeout) {
        Authorization all = Authorization.none();
        for (HttpOperation.SecurityNeed need : needs) {
            all = merged(
                    all,
                    ofScheme(
                            options.secrets().schemes().get(need.scheme()),
                            options.secrets().credentials().get(need.scheme()),
                            need.scopes(),
                            timeout));
        }
        return all;
    }

    private Authorization ofScheme(
            @Nullable SecurityScheme scheme, @Nullable Credential credential, List<String> scopes, Duration timeout) {
        if (credential instanceof Credential.ApiKey key && scheme instanceof SecurityScheme.ApiKey place) {
            Map<String, String> value = Map.of(place.name(), key.key().get());
            return switch (place.location()) {
                case QUERY -> new Authorization(Map.of(), value, Map.of());
                case COOKIE -> new Authorization(Map.of(), Map.of(), value);
                default -> new Authorization(value, Map.of(), Map.of());
            };
        }
        if (credential instanceof Credential.Basic basic) {
            String pair = basic.user() + ":" + basic.password().get();
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return Authorization.header("Authorization", "Basic " + encoded);
        }
        if (credential instanceof Credential.Bearer bearer) {
            String word = scheme instanceof SecurityScheme.Http http ? http.scheme() : "bearer";
            return Authorization.header(
                    "Authorization", capital(word) + " " + bearer.token().get());
        }
        return ofClient(scheme, credential, scopes, timeout);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private Authorization ofClient(
            @Nullable SecurityScheme scheme, @Nullable Credential credential, List<String> scopes, Duration timeout) {
        if (!(credential instanceof Credential.ClientCredentials client)) {
            return Authorization.none();
        }
        URI declared = scheme instanceof SecurityScheme.OAuth2 oauth ? oauth.tokenUrl() : null;
        URI url = client.tokenUrl() == null ? declared : client.tokenUrl();
        List<String> wanted = client.scopes().isEmpty() ? scopes : client.scopes();
        return url == null ? Authorization.none() : Authorization.bearer(tokens.token(url, client, wanted, timeout));
    }

    /** Returns whether a new token may help after the server has refused one. */
    boolean renews(HttpOperation operation) {
        Secrets.Always always = options.secrets().always();
        return (always != null && always.credential() instanceof Credential.ClientCredentials)
                || options.secrets().needs(operation).stream()
                        .flatMap(List::stream)
                        .anyMatch(need -> options.secrets().credentials().get(need.scheme())
                                instanceof Credential.ClientCredentials);
    }

    /** Has the next call get new tokens. */
    void forgetTokens() {
        tokens.forget();
    }

    private static Authorization merged(Authorization first, Authorization second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return new Authorization(
                merged(first.headers(), second.headers()),
                merged(first.query(), second.query()),
                merged(first.cookies(), second.cookies()));
    }

    private static Map<String, String> merged(Map<String, String> first, Map<String, String> second) {
        Map<String, String> merged = new LinkedHashMap<>(first);
        second.forEach((name, value) -> {
            merged.keySet().removeIf(name::equalsIgnoreCase);
            merged.put(name, value);
        });
        return merged;
    }

    private Authorization checked(Authorization authorization, URI uri) {
        if (authorization.isEmpty()) {
            return authorization;
        }
        SecretText.problem(authorization).ifPresent(problem -> {
            log.warn("credential", Origin.of(uri), "a credential for {0} cannot be sent: " + problem);
            throw new OperationFailedException("The host could not authorise the request. It keeps the details.");
        });
        return authorization;
    }
}
