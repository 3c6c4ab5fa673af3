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
 * @param chosen which operations become operations of the service
 * @param effects the effects that the host has marked
 * @param argumentChecks what happens to a call whose arguments do not match what the document says
 * @param renames names, keyed by operation id or route
 * @param hidden names of parameters that scripts must not set
 * @param baseUrl where the API is, or null for the document's first server
 * @param servers further servers that operations may use
 * @param credentials the security schemes that the host has credentials for
 * @param responseHeaders names of response headers that go into results, in lower case
 * @param strict whether every fault of the document stops the build
 * @param externalFiles the directory whose files references may lead to, or null
 * @param overlays the files of overlays that change the document, in order
 * @param maxBytes the maximum size of the document and of each file
 */
public record DocumentOptions(
        String service,
        @Nullable String description,
        Predicate<DocumentOperation> chosen,
        Function<DocumentOperation, Optional<Effect>> effects,
        Function<DocumentOperation, ArgumentCheck> argumentChecks,
        Map<String, String> renames,
        Set<String> hidden,
        @Nullable URI baseUrl,
        List<URI> servers,
        Set<String> credentials,
        Set<String> responseHeaders,
        boolean strict,
        @Nullable Path externalFiles,
        List<Path> overlays,
        int maxBytes) {
    /** Copies the collections. */
    public DocumentOptions {
        renames = Map.copyOf(renames);
        hidden = Set.copyOf(hidden);
        servers = List.copyOf(servers);
        credentials = Set.copyOf(credentials);
        overlays = List.copyOf(overlays);
        responseHeaders = responseHeaders.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
