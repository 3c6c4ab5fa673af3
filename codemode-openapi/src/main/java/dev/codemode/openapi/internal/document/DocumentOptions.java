package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Effect;
import dev.codemode.openapi.DocumentOperation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a host has decided about a document. Immutable and thread-safe.
 *
 * @param service the service's name
 * @param description the description of the service, or null for the document's
 * @param selection what of the document becomes part of the service
 * @param location where the API is
 * @param files the files that are read along with the document
 * @param credentials the security schemes that the host has credentials for
 * @param strict whether every fault of the document stops the build
 */
public record DocumentOptions(
        String service,
        @Nullable String description,
        Selection selection,
        Location location,
        Files files,
        Set<String> credentials,
        boolean strict) {
    /** Copies the credentials. */
    public DocumentOptions {
        credentials = Set.copyOf(credentials);
    }

    /**
     * What of the document becomes part of the service, and as what.
     *
     * @param chosen which operations become operations of the service
     * @param effects the effects that the host has marked
     * @param argumentChecks what happens to a call whose arguments do not match what the document says
     * @param renames names, keyed by operation id or route
     * @param hidden names of parameters that scripts must not set
     * @param responseHeaders names of response headers that go into results, in lower case
     */
    public record Selection(
            Predicate<DocumentOperation> chosen,
            Function<DocumentOperation, Optional<Effect>> effects,
            Function<DocumentOperation, ArgumentCheck> argumentChecks,
            Map<String, String> renames,
            Set<String> hidden,
            Set<String> responseHeaders) {
        /** Copies the collections. */
        public Selection {
            renames = Map.copyOf(renames);
            hidden = Set.copyOf(hidden);
            responseHeaders = responseHeaders.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Where the API is.
     *
     * @param baseUrl its URL, or null for the document's first server
     * @param servers further servers that operations may use
     */
    public record Location(@Nullable URI baseUrl, List<URI> servers) {
        /** Copies the servers. */
        public Location {
            servers = List.copyOf(servers);
        }
    }

    /**
     * The files that are read along with the document.
     *
     * @param external the directory whose files references may lead to, or null
     * @param overlays the files of overlays that change the document, in order
     * @param maxBytes the maximum size of the document and of each file
     */
    public record Files(@Nullable Path external, List<Path> overlays, int maxBytes) {
        /** Copies the overlays. */
        public Files {
            overlays = List.copyOf(overlays);
        }
    }
}
