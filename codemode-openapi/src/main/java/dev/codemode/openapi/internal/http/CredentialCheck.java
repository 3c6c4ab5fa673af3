package dev.codemode.openapi.internal.http;

import dev.codemode.http.Credential;
import dev.codemode.http.internal.client.Origin;
import dev.codemode.http.internal.secret.FixedSecret;
import dev.codemode.http.internal.secret.SecretText;
import dev.codemode.source.SourceIssue;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a host's credentials before any is sent. Invariant, held by {@code CredentialCheckTest}: a client's secret
 * goes only to a token URL at an origin that the host names, and in the clear only to this machine. Confined to one
 * thread at a time.
 */
final class CredentialCheck {
    private final HttpOptions options;
    private final List<SourceIssue> issues = new ArrayList<>();

    private CredentialCheck(HttpOptions options) {
        this.options = options;
    }

    /** Returns what is wrong with the credentials of these operations: mistakes, and those that are never sent. */
    static List<SourceIssue> of(HttpOptions options, Collection<HttpOperation> operations) {
        CredentialCheck check = new CredentialCheck(options);
        options.secrets().credentials().forEach((scheme, credential) -> check.named(scheme, credential, operations));
        Secrets.Always always = options.secrets().always();
        if (always != null) {
            check.credential("authorization", always.scheme(), always.credential());
        }
        return check.issues;
    }

    private void named(String name, Credential credential, Collection<HttpOperation> operations) {
        String at = "credential '" + name + "'";
        SecurityScheme scheme = options.secrets().schemes().get(name);
        if (scheme == null) {
            issues.add(SourceIssue.error(at, unknown()));
            return;
        }
        if (!fits(scheme, credential)) {
            issues.add(SourceIssue.error(
                    at,
                    "It is " + words(credential) + ", but the security scheme of the document is " + words(scheme)
                            + "."));
            return;
        }
        credential(at, scheme, credential);
        boolean used = operations.stream()
                .anyMatch(operation -> options.secrets().needs(operation).stream()
                        .flatMap(List::stream)
                        .anyMatch(need -> need.scheme().equals(name)));
        if (!used && !operations.isEmpty()) {
            issues.add(SourceIssue.warning(at, unused(name, operations)));
        }
    }

    private String unknown() {
        return options.secrets().schemes().isEmpty()
                ? "The document has no security scheme of this name, and no other. To send a credential with every"
                        + " request, set authorization."
                : "The document has no security scheme of this name. It has: "
                        + String.join(
                                ", ", new TreeSet<>(options.secrets().schemes().keySet())) + ".";
    }

    private static String unused(String name, Collection<HttpOperation> operations) {
        boolean named = operations.stream()
                .flatMap(operation -> operation.security().stream())
                .flatMap(List::stream)
                .anyMatch(need -> need.scheme().equals(name));
        return (named
                        ? "No operation uses it: those that the document names it for also need another one, or use"
                                + " another one instead."
                        : "No operation uses it: the document names it for none of them.")
                + " To send a credential with every request, set authorization.";
    }

    private static boolean fits(SecurityScheme scheme, Credential credential) {
        if (scheme instanceof SecurityScheme.ApiKey) {
            return credential instanceof Credential.ApiKey;
        }
        if (scheme instanceof SecurityScheme.Http http) {
            return switch (http.scheme()) {
                case "basic" -> credential instanceof Credential.Basic;
                case "bearer" -> isBearer(credential);
                default -> credential instanceof Credential.Bearer;
            };
        }
        return scheme instanceof SecurityScheme.OAuth2 && isBearer(credential);
    }

    private static boolean isBearer(Credential credential) {
        return credential instanceof Credential.Bearer || credential instanceof Credential.ClientCredentials;
    }

    private static String words(Credential credential) {
        return credential instanceof Credential.ApiKey
                ? "an API key"
                : credential instanceof Credential.Bearer
                        ? "a bearer token"
                        : credential instanceof Credential.Basic ? "a name and a password" : "a client of OAuth 2";
    }

    private static String words(SecurityScheme scheme) {
        return scheme instanceof SecurityScheme.ApiKey
                ? "an API key"
                : scheme instanceof SecurityScheme.Http http
                        ? "HTTP " + http.scheme()
                        : scheme instanceof SecurityScheme.OAuth2 ? "OAuth 2" : "one that this library does not know";
    }

    private void credential(String at, SecurityScheme scheme, Credential credential) {
        if (credential instanceof Credential.ClientCredentials client) {
            tokenUrlProblem(scheme, client).ifPresent(problem -> issues.add(SourceIssue.error(at, problem)));
        }
        valueProblem(scheme, credential)
                .ifPresent(problem -> issues.add(SourceIssue.error(at, "It cannot be sent: " + problem + ".")));
    }

    private Optional<String> tokenUrlProblem(SecurityScheme scheme, Credential.ClientCredentials client) {
        URI own = client.tokenUrl();
        URI declared = scheme instanceof SecurityScheme.OAuth2 oauth ? oauth.tokenUrl() : null;
        URI url = own == null ? declared : own;
        if (url == null) {
            return Optional.of("No token URL is known for it: set tokenUrl.");
        }
        String shown = "'" + ServerUrl.shown(url.toString()) + "'";
        if (!isSafe(url)) {
            return Optional.of("The token URL " + shown + " must begin with https:// and have no user name and no"
                    + " fragment, since the client's secret goes there (RFC 6749, 3.2)"
                    + (own == null ? ". Set tokenUrl." : ". Correct tokenUrl."));
        }
        return own == null && !options.origins().contains(Origin.of(url))
                ? Optional.of("The token URL that the document names, " + shown + ", is at a server that the host does"
                        + " not name. If the client's secret is to go there, set tokenUrl to it.")
                : Optional.empty();
    }

    /** RFC 6749, 3.2; in the clear only to this machine. */
    private static boolean isSafe(URI url) {
        boolean plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
        return plain
                && ("https".equalsIgnoreCase(url.getScheme())
                        || ("http".equalsIgnoreCase(url.getScheme())
                                && Origin.of(url).isLoopback()));
    }

    private static Optional<String> valueProblem(SecurityScheme scheme, Credential credential) {
        if (credential instanceof Credential.ApiKey key) {
            boolean header =
                    scheme instanceof SecurityScheme.ApiKey place && place.location() == HttpParameter.Location.HEADER;
            return fixed(key.key()).flatMap(header ? SecretText::headerProblem : SecretText::problem);
        }
        if (credential instanceof Credential.Bearer bearer) {
            return fixed(bearer.token()).flatMap(SecretText::headerProblem);
        }
        if (credential instanceof Credential.Basic basic) {
            return SecretText.problem(basic.user())
                    .or(() -> fixed(basic.password())
                            .filter(password -> !password.isEmpty())
                            .flatMap(SecretText::problem));
        }
        return Optional.empty();
    }

    private static Optional<String> fixed(@Nullable Supplier<String> secret) {
        return secret instanceof FixedSecret known ? Optional.of(known.get()) : Optional.empty();
    }
}
