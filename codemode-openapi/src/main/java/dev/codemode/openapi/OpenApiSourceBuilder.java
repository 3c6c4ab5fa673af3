package dev.codemode.openapi;

import dev.codemode.catalog.Effect;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.openapi.internal.document.DocumentOptions;
import dev.codemode.openapi.internal.document.DocumentReader;
import dev.codemode.openapi.internal.document.ReadDocument;
import dev.codemode.openapi.internal.http.HttpCaller;
import dev.codemode.openapi.internal.http.HttpOptions;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a source of an OpenAPI document is made of. Confined to one thread at a time.
 *
 * @since 0.1
 */
public final class OpenApiSourceBuilder {
    private final String name;
    private final @Nullable String text;
    private final @Nullable Path file;
    private final Map<String, Credential> credentials = new LinkedHashMap<>();
    private final List<OperationFilter> included = new ArrayList<>();
    private final List<OperationFilter> excluded = new ArrayList<>();
    private final Map<OperationFilter, Effect> effects = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final Set<URI> servers = new LinkedHashSet<>();
    private final Set<String> responseHeaders = new LinkedHashSet<>();

    private @Nullable URI baseUrl;

    private @Nullable RequestAuthorizer authorizer;

    private @Nullable Path externalFiles;

    private @Nullable HttpClient httpClient;

    private @Nullable String description;

    private boolean privateAddresses;
    private boolean strict;
    private Duration timeout = Duration.ofSeconds(30);
    private int maxRetries = 2;
    private int maxResponseBytes = 4 << 20;
    private int maxDocumentBytes = 64 << 20;

    OpenApiSourceBuilder(String name, @Nullable String text, @Nullable Path file) {
        OperationName.problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException("Cannot name a service: " + problem);
        });
        this.name = name;
        this.text = text;
        this.file = file;
    }

    /**
     * Sets where the API is, in place of the document's first server. A loopback or private address written here, or
     * {@code localhost}, may be called; any other name that leads to one may not.
     *
     * @throws IllegalArgumentException if it is no absolute URL of HTTP or HTTPS, or has a query or user information
     */
    public OpenApiSourceBuilder baseUrl(String url) {
        this.baseUrl = httpUrl("baseUrl", url);
        return this;
    }

    /**
     * Permits a further server, one that the document names for some of its operations. It gets the same credentials.
     *
     * @throws IllegalArgumentException as {@link #baseUrl}
     */
    public OpenApiSourceBuilder server(String url) {
        servers.add(httpUrl("server", url));
        return this;
    }

    private static URI httpUrl(String option, String url) {
        URI uri = URI.create(url);
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(option
                    + " must be an absolute http or https URL without user information, query and fragment, but was "
                    + url + ".");
        }
        return uri;
    }

    /** Sets the secret of one of the document's security schemes. */
    public OpenApiSourceBuilder credential(String scheme, Credential credential) {
        credentials.put(Objects.requireNonNull(scheme, "scheme"), Objects.requireNonNull(credential, "credential"));
        return this;
    }

    /** Sets what gives credentials that depend on the caller; they are added after those of the schemes, and win. */
    public OpenApiSourceBuilder authorizer(RequestAuthorizer authorizer) {
        this.authorizer = Objects.requireNonNull(authorizer, "authorizer");
        return this;
    }

    /** Takes the operations that the filter chooses; with several calls, those of any of them. Without, all. */
    public OpenApiSourceBuilder include(OperationFilter filter) {
        included.add(Objects.requireNonNull(filter, "filter"));
        return this;
    }

    /** Leaves out the operations that the filter chooses, even if they are included. */
    public OpenApiSourceBuilder exclude(OperationFilter filter) {
        excluded.add(Objects.requireNonNull(filter, "filter"));
        return this;
    }

    /** Sets the effect of the operations that the filter chooses; the last call that fits wins. */
    public OpenApiSourceBuilder effect(OperationFilter filter, Effect effect) {
        effects.put(Objects.requireNonNull(filter, "filter"), Objects.requireNonNull(effect, "effect"));
        return this;
    }

    /**
     * Names an operation.
     *
     * @param idOrRoute the {@code operationId}, or method and path: {@code GET /pets/{id}}
     * @param name its name without the service: {@code pets.get}
     */
    public OpenApiSourceBuilder rename(String idOrRoute, String name) {
        names.put(Objects.requireNonNull(idOrRoute, "idOrRoute"), Objects.requireNonNull(name, "name"));
        return this;
    }

    /** Leaves out parameters of these names, because the host sends them: a token, an API version. */
    public OpenApiSourceBuilder hide(String... parameters) {
        Collections.addAll(hidden, parameters);
        return this;
    }

    /** Adds names of response headers that go into results where the document declares them, in any case. */
    public OpenApiSourceBuilder responseHeaders(String... headers) {
        Collections.addAll(responseHeaders, headers);
        return this;
    }

    /** Sets what is said about the service, in place of the document's title and description. */
    public OpenApiSourceBuilder description(String description) {
        this.description = Objects.requireNonNull(description, "description");
        return this;
    }

    /** Permits references to files in this directory and below it; by default references leave the document nowhere. */
    public OpenApiSourceBuilder externalFiles(Path directory) {
        this.externalFiles = Objects.requireNonNull(directory, "directory");
        return this;
    }

    /** Permits servers at loopback, link-local and private addresses, whatever their name. */
    public OpenApiSourceBuilder allowPrivateAddresses() {
        this.privateAddresses = true;
        return this;
    }

    /** Makes every fault of the document an error, so that the catalog is not built. */
    public OpenApiSourceBuilder strict() {
        this.strict = true;
        return this;
    }

    /** Sets how long one attempt of a request may take; default 30 s. The execution's own deadline holds too. */
    public OpenApiSourceBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be above zero, but was " + timeout + ".");
        }
        this.timeout = timeout;
        return this;
    }

    /** Sets how often a request of an idempotent method (RFC 9110, 9.2.2) is repeated; default 2. */
    public OpenApiSourceBuilder maxRetries(int maxRetries) {
        if (maxRetries < 0) {
            throw new IllegalArgumentException("maxRetries must not be negative, but was " + maxRetries + ".");
        }
        this.maxRetries = maxRetries;
        return this;
    }

    /** Sets the size of a response, after decompression; default 4 MiB. */
    public OpenApiSourceBuilder maxResponseBytes(int maxResponseBytes) {
        this.maxResponseBytes = positive("maxResponseBytes", maxResponseBytes);
        return this;
    }

    /** Sets the size of the document, each external file counted by itself; default 64 MiB. */
    public OpenApiSourceBuilder maxDocumentBytes(int maxDocumentBytes) {
        this.maxDocumentBytes = positive("maxDocumentBytes", maxDocumentBytes);
        return this;
    }

    private static int positive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be above zero, but was " + value + ".");
        }
        return value;
    }

    /** Sets the HTTP client, for proxies and TLS of the host's own. It must not follow redirects. */
    public OpenApiSourceBuilder httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The HTTP client must not follow redirects: this library does, and takes the credentials off.");
        }
        this.httpClient = client;
        return this;
    }

    /**
     * Reads the document. Mistakes in it are not thrown but reported by {@link OpenApiSource#load}.
     *
     * @throws IllegalArgumentException if the name is no service's name, or a credential does not fit its scheme
     */
    public OpenApiSource build() {
        DocumentOptions options = documentOptions();
        ReadDocument read = file != null
                ? DocumentReader.read(file, options)
                : DocumentReader.read(Objects.requireNonNull(text), options);
        HttpCaller caller = new HttpCaller(httpOptions(read));
        Map<OperationName, OperationHandler> handlers = new HashMap<>();
        read.calls().forEach((name, operation) -> handlers.put(name, caller.handler(operation)));
        read.unserved()
                .forEach((name, reason) -> handlers.put(name, call -> {
                    throw new OperationFailedException("The call was not made: " + reason);
                }));
        List<SourceIssue> issues = new ArrayList<>(read.issues());
        issues.addAll(unknownSchemes(read));
        List<Service> services = read.service() == null ? List.of() : List.of(read.service());
        return new OpenApiSource(new SourceSnapshot(services, handlers, issues), read.declared(), caller);
    }

    private DocumentOptions documentOptions() {
        List<OperationFilter> in = List.copyOf(included);
        List<OperationFilter> out = List.copyOf(excluded);
        Map<OperationFilter, Effect> marked = new LinkedHashMap<>(effects);
        return new DocumentOptions(
                name,
                description,
                operation -> (in.isEmpty() || in.stream().anyMatch(filter -> filter.matches(operation)))
                        && out.stream().noneMatch(filter -> filter.matches(operation)),
                operation -> marked.entrySet().stream()
                        .filter(entry -> entry.getKey().matches(operation))
                        .map(Map.Entry::getValue)
                        .reduce((first, second) -> second),
                names,
                hidden,
                baseUrl,
                List.copyOf(servers),
                responseHeaders,
                strict,
                externalFiles,
                maxDocumentBytes);
    }

    private HttpOptions httpOptions(ReadDocument read) {
        Set<URI> origins = new LinkedHashSet<>();
        Set<URI> privateOrigins = new LinkedHashSet<>();
        if (read.server() != null) {
            origins.add(origin(read.server()));
        }
        servers.forEach(server -> origins.add(origin(server)));
        Set<URI> written = new LinkedHashSet<>(servers);
        if (baseUrl != null) {
            written.add(baseUrl);
        }
        written.stream().filter(OpenApiSourceBuilder::isLiteral).forEach(uri -> privateOrigins.add(origin(uri)));
        return new HttpOptions(
                read.schemes(),
                known(read),
                authorizer,
                origins,
                privateOrigins,
                privateAddresses,
                timeout,
                maxRetries,
                maxResponseBytes,
                httpClient);
    }

    private Map<String, Credential> known(ReadDocument read) {
        Map<String, Credential> known = new LinkedHashMap<>(credentials);
        known.keySet().retainAll(read.schemes().keySet());
        return known;
    }

    private List<SourceIssue> unknownSchemes(ReadDocument read) {
        if (read.service() == null) {
            return List.of();
        }
        return credentials.keySet().stream()
                .filter(scheme -> !read.schemes().containsKey(scheme))
                .map(scheme -> SourceIssue.error(
                        "credential '" + scheme + "'",
                        "The document of '" + name + "' has no security scheme of this name. It has: "
                                + String.join(", ", new TreeSet<>(read.schemes().keySet())) + "."))
                .toList();
    }

    private static URI origin(URI uri) {
        return URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://"
                + uri.getRawAuthority().toLowerCase(Locale.ROOT));
    }

    /** Whoever writes an address, and not a name that others may redirect, means it. */
    private static boolean isLiteral(URI uri) {
        String host = uri.getHost();
        return host.equalsIgnoreCase("localhost") || host.startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
