package dev.codemode.openapi.internal.http;

import dev.codemode.openapi.Authorization;
import dev.codemode.openapi.AuthorizationRequest;
import dev.codemode.openapi.Credential;
import dev.codemode.openapi.RequestAuthorizer;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what proves to a server who sends a request. Invariant, held by {@code CredentialsTest}: an origin that the host has
 * not named gets nothing. Thread-safe.
 */
final class Credentials {
    private static final System.Logger LOG = System.getLogger("dev.codemode.openapi");

    private final HttpOptions options;
    private final TokenCache tokens;

    /**
     * Creates the credentials.
     *
     * @throws IllegalArgumentException if a credential is of another kind than its scheme
     */
    Credentials(HttpOptions options, Wire wire) {
        this.options = options;
        this.tokens = new TokenCache(wire);
        options.credentials()
                .forEach((scheme, credential) ->
                        checkKind(scheme, options.schemes().get(scheme), credential));
    }

    private static void checkKind(String name, @Nullable SecurityScheme scheme, Credential credential) {
        boolean fits = scheme instanceof SecurityScheme.ApiKey
                ? credential instanceof Credential.ApiKey
                : scheme instanceof SecurityScheme.Http http
                        ? http.scheme().equals("basic")
                                ? credential instanceof Credential.Basic
                                : credential instanceof Credential.Bearer
                        : scheme instanceof SecurityScheme.OAuth2
                                && (credential instanceof Credential.Bearer
                                        || credential instanceof Credential.ClientCredentials);
        if (!fits) {
            throw new IllegalArgumentException("The credential of the security scheme '" + name + "' is "
                    + words(credential) + ", but the scheme is " + words(scheme) + ".");
        }
        boolean placeless = credential instanceof Credential.ClientCredentials client
                && client.tokenUrl() == null
                && scheme instanceof SecurityScheme.OAuth2 oauth
                && oauth.tokenUrl() == null;
        if (placeless) {
            throw new IllegalArgumentException("The document names no token URL for the security scheme '" + name
                    + "': name it with the credential, clientCredentials(...).tokenUrl(...).");
        }
    }

    private static String words(Credential credential) {
        return credential instanceof Credential.ApiKey
                ? "an API key"
                : credential instanceof Credential.Bearer
                        ? "a bearer token"
                        : credential instanceof Credential.Basic ? "a name and a password" : "a client of OAuth 2";
    }

    private static String words(@Nullable SecurityScheme scheme) {
        return scheme instanceof SecurityScheme.ApiKey
                ? "an API key"
                : scheme instanceof SecurityScheme.Http http
                        ? "HTTP " + http.scheme()
                        : scheme instanceof SecurityScheme.OAuth2 ? "OAuth 2" : "none that this library knows";
    }

    /** Returns what to add to a request of the operation; nothing, for an origin that gets no credentials. */
    Authorization of(HttpOperation operation, OperationCall call, URI uri, Duration timeout)
            throws InterruptedException {
        if (!options.credentialOrigins().contains(AddressCheck.origin(uri))) {
            return Authorization.none();
        }
        Authorization own =
                alternative(operation).map(needs -> ofSchemes(needs, timeout)).orElse(Authorization.none());
        RequestAuthorizer authorizer = options.authorizer();
        Authorization given = authorizer == null
                ? Authorization.none()
                : ask(
                        authorizer,
                        new AuthorizationRequest(call.operation().name(), call.caller(), operation.method(), uri));
        return checked(merged(own, given));
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

    /** Returns the first alternative that the host has every credential for. */
    private Optional<List<HttpOperation.SecurityNeed>> alternative(HttpOperation operation) {
        return operation.security().stream()
                .filter(needs ->
                        needs.stream().allMatch(need -> options.credentials().containsKey(need.scheme())))
                .filter(needs -> !needs.isEmpty())
                .findFirst();
    }

    private Authorization ofSchemes(List<HttpOperation.SecurityNeed> needs, Duration timeout) {
        Authorization all = Authorization.none();
        for (HttpOperation.SecurityNeed need : needs) {
            all = merged(all, ofScheme(need, timeout));
        }
        return all;
    }

    private Authorization ofScheme(HttpOperation.SecurityNeed need, Duration timeout) {
        SecurityScheme scheme = options.schemes().get(need.scheme());
        Credential credential = options.credentials().get(need.scheme());
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
        return ofClient(need, scheme, credential, timeout);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private Authorization ofClient(
            HttpOperation.SecurityNeed need,
            @Nullable SecurityScheme scheme,
            @Nullable Credential credential,
            Duration timeout) {
        if (credential instanceof Credential.ClientCredentials client
                && scheme instanceof SecurityScheme.OAuth2 oauth) {
            URI url = client.tokenUrl() == null ? oauth.tokenUrl() : client.tokenUrl();
            List<String> scopes = client.scopes().isEmpty() ? need.scopes() : client.scopes();
            return url == null
                    ? Authorization.none()
                    : Authorization.bearer(tokens.token(url, client, scopes, timeout));
        }
        return Authorization.none();
    }

    /** Returns whether another token may help after the server has refused one. */
    boolean renews(HttpOperation operation) {
        return alternative(operation)
                .filter(needs -> needs.stream()
                        .anyMatch(need ->
                                options.credentials().get(need.scheme()) instanceof Credential.ClientCredentials))
                .map(needs -> {
                    tokens.forget();
                    return true;
                })
                .orElse(false);
    }

    /** Returns whether the host has credentials for the operation, or an authorizer. */
    boolean has(HttpOperation operation) {
        return options.authorizer() != null || alternative(operation).isPresent();
    }

    private static Authorization merged(Authorization first, Authorization second) {
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

    private static Authorization checked(Authorization authorization) {
        boolean controls = authorization.headers().values().stream().anyMatch(value -> Refusal.hasControls(value, ""))
                || authorization.cookies().values().stream()
                        .anyMatch(value -> Refusal.hasControls(value, "") || value.contains(";"));
        if (controls) {
            LOG.log(System.Logger.Level.WARNING, "A credential has control characters; its request was not sent");
            throw new OperationFailedException("The host could not authorise the request. It keeps the details.");
        }
        return authorization;
    }
}
