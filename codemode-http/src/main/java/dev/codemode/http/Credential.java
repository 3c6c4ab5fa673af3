package dev.codemode.http;

import dev.codemode.http.internal.secret.FixedSecret;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The secret for one security scheme of a document. Suppliers are called for each request, so a secret may change.
 * Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Credential {
    /** Returns an API key, which is sent where the scheme says. */
    static ApiKey apiKey(String key) {
        return new ApiKey(new FixedSecret(key));
    }

    /** Returns an API key that is supplied for each request. */
    static ApiKey apiKey(Supplier<String> key) {
        return new ApiKey(key);
    }

    /** Returns a bearer token (RFC 6750), for HTTP bearer, OAuth 2 and OpenID Connect schemes. */
    static Credential bearer(String token) {
        return new Bearer(new FixedSecret(token));
    }

    /** Returns a bearer token that is supplied for each request. */
    static Credential bearer(Supplier<String> token) {
        return new Bearer(token);
    }

    /** Returns a name and a password (RFC 7617). */
    static Credential basic(String user, String password) {
        return new Basic(user, new FixedSecret(password));
    }

    /**
     * Returns a client that gets its tokens by the flow {@code clientCredentials} (RFC 6749, 4.4) and keeps each until
     * shortly before it expires. It uses the token URL that the document names, if that is at a server of the API;
     * otherwise give the URL with {@link ClientCredentials#tokenUrl}.
     */
    static ClientCredentials clientCredentials(String clientId, String clientSecret, String... scopes) {
        return new ClientCredentials(clientId, new FixedSecret(clientSecret), null, List.of(scopes));
    }

    /**
     * An API key.
     *
     * @param key supplies the key
     */
    record ApiKey(Supplier<String> key) implements Credential {
        /** Checks the supplier. */
        public ApiKey {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * A bearer token.
     *
     * @param token supplies the token
     */
    record Bearer(Supplier<String> token) implements Credential {
        /** Checks the supplier. */
        public Bearer {
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * A name and a password.
     *
     * @param user the name, without a colon
     * @param password supplies the password
     */
    record Basic(String user, Supplier<String> password) implements Credential {
        /** Checks the name. */
        public Basic {
            Objects.requireNonNull(password, "password");
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("A user name must not have a colon (RFC 7617, 2).");
            }
        }
    }

    /**
     * An OAuth 2 client that authenticates as itself.
     *
     * @param clientId the client's id
     * @param clientSecret supplies the client's secret
     * @param tokenUrl the token URL: HTTPS, or HTTP on this machine; or null for the document's, which is used if it is
     *     at {@code baseUrl} or a server that the host permits
     * @param scopes the scopes to ask for; empty for those that an operation needs
     */
    record ClientCredentials(
            String clientId,
            Supplier<String> clientSecret,
            @Nullable URI tokenUrl,
            List<String> scopes) implements Credential {
        /** Copies the scopes. */
        public ClientCredentials {
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(clientSecret, "clientSecret");
            scopes = List.copyOf(scopes);
        }

        /** Returns this client with this token URL, whatever the document says; null for the document's. */
        public ClientCredentials tokenUrl(@Nullable URI tokenUrl) {
            return new ClientCredentials(clientId, clientSecret, tokenUrl, scopes);
        }
    }
}
