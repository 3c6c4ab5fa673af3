package dev.codemode.openapi;

import dev.codemode.http.Credential;
import dev.codemode.http.internal.client.Origin;
import dev.codemode.source.SourceIssue;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The servers that a host itself names, besides those of the document. Immutable.
 *
 * @param baseUrl where the API is; null for the document's own server
 * @param further servers that operations may have and redirects may lead to
 * @param privateAddresses whether the document's own servers may be at private addresses
 */
record NamedServers(@Nullable URI baseUrl, Set<URI> further, boolean privateAddresses) {
    NamedServers {
        further = Collections.unmodifiableSet(new LinkedHashSet<>(further));
    }

    private Set<Origin> origins() {
        Set<Origin> origins = new LinkedHashSet<>();
        if (baseUrl != null) {
            origins.add(Origin.of(baseUrl));
        }
        further.forEach(server -> origins.add(Origin.of(server)));
        return origins;
    }

    /** Returns the origins that requests may go to. */
    Set<Origin> origins(@Nullable URI ofDocument) {
        Set<Origin> origins = origins();
        if (ofDocument != null) {
            origins.add(Origin.of(ofDocument));
        }
        return origins;
    }

    /** Returns the origins that the host names, including those of its token URLs. */
    Set<Origin> originsWithTokens(Collection<Credential> credentials) {
        Set<Origin> origins = origins();
        credentials.stream()
                .map(credential -> credential instanceof Credential.ClientCredentials client ? client.tokenUrl() : null)
                .filter(url -> url != null && url.getScheme() != null && url.getHost() != null)
                .map(Origin::of)
                .forEach(origins::add);
        return origins;
    }

    /** Returns the issue that no request goes to the document's server, because its address is private. */
    Optional<SourceIssue> issue(@Nullable URI ofDocument) {
        boolean refused = baseUrl == null
                && ofDocument != null
                && !privateAddresses
                && Origin.of(ofDocument).isPrivateLiteral()
                && !origins().contains(Origin.of(ofDocument));
        return refused
                ? Optional.of(SourceIssue.warning(
                        "servers",
                        "No request goes to the document's server '" + ofDocument
                                + "': its address is private. If it is"
                                + " yours, set baseUrl to it, or set allowPrivateAddresses."))
                : Optional.empty();
    }
}
