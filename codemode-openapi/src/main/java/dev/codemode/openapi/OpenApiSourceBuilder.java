package dev.codemode.openapi;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.http.Credential;
import dev.codemode.http.RequestAuthorizer;
import dev.codemode.http.internal.client.ClientOptions;
import dev.codemode.http.internal.secret.SecretText;
import dev.codemode.internal.options.OptionChecks;
import dev.codemode.openapi.internal.document.DocumentOptions;
import dev.codemode.openapi.internal.document.DocumentReader;
import dev.codemode.openapi.internal.document.ReadDocument;
import dev.codemode.openapi.internal.http.HttpCaller;
import dev.codemode.openapi.internal.http.HttpOptions;
import dev.codemode.openapi.internal.http.HttpParameter;
import dev.codemode.openapi.internal.http.Secrets;
import dev.codemode.openapi.internal.http.SecurityScheme;
import dev.codemode.openapi.internal.http.ServerUrl;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the options of a source of an OpenAPI document. Confined to one thread at a time.
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
    private final Map<OperationFilter, ArgumentCheck> argumentChecks = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final Set<URI> servers = new LinkedHashSet<>();
    private final Set<String> responseHeaders = new LinkedHashSet<>();
    private final List<Path> overlays = new ArrayList<>();

    private @Nullable URI baseUrl;

    private Secrets.@Nullable Always always;

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
    private int maxConcurrentCalls = 128;

    OpenApiSourceBuilder(String name, @Nullable String text, @Nullable Path file) {
        OperationName.problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException("Cannot name a service: " + problem);
        });
        this.name = name;
        this.text = text;
        this.file = file;
    }

    /**
     * Sets where the API is, instead of the document's first server. A server written here may be at a loopback or
     * private address; one that only a document or a redirect names may not.
     *
     * @param url an absolute URL of HTTP or HTTPS; the paths of the document are appended to its own
     * @throws IllegalArgumentException if no request can go there: its host is not a valid host name, or it has user
     *     information, a query, a fragment, or a path with semicolons, dot segments or encoded separators
     */
    public OpenApiSourceBuilder baseUrl(String url) {
        this.baseUrl = httpUrl("baseUrl", url);
        return this;
    }

    /**
     * Permits a further server that the document names for some of its operations, or that redirects lead to. It gets
     * the same credentials, but not through a redirect.
     *
     * @throws IllegalArgumentException as {@link #baseUrl}
     */
    public OpenApiSourceBuilder server(String url) {
        servers.add(httpUrl("server", url));
        return this;
    }

    private static URI httpUrl(String option, String url) {
        try {
            return ServerUrl.of(url);
        } catch (ServerUrl.UnusableException e) {
            throw new IllegalArgumentException(
                    option + " must be the URL of a server, but is '" + ServerUrl.shown(url) + "': " + e.reason() + ".",
                    e);
        }
    }

    /**
     * Sets the secret of one of the document's security schemes. It is sent with the operations that need the scheme,
     * and with those for which the document does not say what they need.
     */
    public OpenApiSourceBuilder credential(String scheme, Credential credential) {
        credentials.put(Objects.requireNonNull(scheme, "scheme"), Objects.requireNonNull(credential, "credential"));
        return this;
    }

    /**
     * Sets a credential that is sent with every request, whatever the document says about security, and that takes
     * precedence over those of schemes where both set the same header: a bearer token, a name and a password, or a
     * client with a token URL.
     *
     * @throws IllegalArgumentException if it is an API key, which needs the name of its header
     */
    public OpenApiSourceBuilder authorization(Credential credential) {
        this.always = new Secrets.Always(placeOf(credential), credential);
        return this;
    }

    private static SecurityScheme placeOf(Credential credential) {
        if (credential instanceof Credential.ApiKey) {
            throw new IllegalArgumentException("authorization needs a header to send an API key in.");
        }
        return new SecurityScheme.Http(credential instanceof Credential.Basic ? "basic" : "bearer");
    }

    /**
     * Sets an API key that is sent with every request, whatever the document says about security. A parameter with the
     * header's name is not shown to scripts.
     *
     * @throws IllegalArgumentException if the name is not valid for a header
     */
    public OpenApiSourceBuilder authorization(String header, Credential.ApiKey key) {
        if (!SecretText.isToken(header)) {
            throw new IllegalArgumentException("'" + header + "' cannot be the name of a header (RFC 9110, 5.6.2).");
        }
        this.always = new Secrets.Always(
                new SecurityScheme.ApiKey(HttpParameter.Location.HEADER, header), Objects.requireNonNull(key, "key"));
        return this;
    }

    /**
     * Sets the source of credentials that depend on the caller; they are added after those of the schemes, and take
     * precedence.
     */
    public OpenApiSourceBuilder authorizer(RequestAuthorizer authorizer) {
        this.authorizer = Objects.requireNonNull(authorizer, "authorizer");
        return this;
    }

    /**
     * Includes the operations that match the filter. Several filters are combined with <em>or</em>; without one, all
     * operations are included.
     */
    public OpenApiSourceBuilder include(OperationFilter filter) {
        included.add(Objects.requireNonNull(filter, "filter"));
        return this;
    }

    /** Leaves out the operations that match the filter, even if they are included. */
    public OpenApiSourceBuilder exclude(OperationFilter filter) {
        excluded.add(Objects.requireNonNull(filter, "filter"));
        return this;
    }

    /** Sets the effect of the operations that match the filter; the last matching call wins. */
    public OpenApiSourceBuilder effect(OperationFilter filter, Effect effect) {
        effects.put(Objects.requireNonNull(filter, "filter"), Objects.requireNonNull(effect, "effect"));
        return this;
    }

    /**
     * Sets what happens to calls whose arguments do not match the document, for the operations that match the filter;
     * the last matching call wins, and without one such calls are refused. {@link ArgumentCheck#ADVISE} is for a
     * document that demands more than its server does: a value out of bounds, a required one that is not needed.
     */
    public OpenApiSourceBuilder argumentCheck(OperationFilter filter, ArgumentCheck check) {
        argumentChecks.put(Objects.requireNonNull(filter, "filter"), Objects.requireNonNull(check, "check"));
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

    /** Leaves out parameters with these names, because the host sends them: a token, an API version. */
    public OpenApiSourceBuilder hide(String... parameters) {
        Collections.addAll(hidden, parameters);
        return this;
    }

    /** Adds names of response headers, case-insensitive, that go into results where the document declares them. */
    public OpenApiSourceBuilder responseHeaders(String... headers) {
        Collections.addAll(responseHeaders, headers);
        return this;
    }

    /** Sets the description of the service, instead of the document's title and description. */
    public OpenApiSourceBuilder description(String description) {
        this.description = Objects.requireNonNull(description, "description");
        return this;
    }

    /** Permits references to files in this directory and below it; by default no reference may leave the document. */
    public OpenApiSourceBuilder externalFiles(Path directory) {
        this.externalFiles = Objects.requireNonNull(directory, "directory");
        return this;
    }

    /**
     * Changes the document before it is read with an OpenAPI Overlay 1.0, a JSON or YAML file, to remove or correct
     * what the document says wrongly. Several are applied in the order of the calls. An overlay that cannot be read is
     * an error of {@link OpenApiSource#load}; an action whose target matches nothing is a warning.
     */
    public OpenApiSourceBuilder overlay(Path file) {
        overlays.add(Objects.requireNonNull(file, "file"));
        return this;
    }

    /** Permits the document's servers to be at loopback, link-local and private addresses, whatever their name. */
    public OpenApiSourceBuilder allowPrivateAddresses() {
        this.privateAddresses = true;
        return this;
    }

    /** Makes every fault of the document an error, so that the catalog is not built. */
    public OpenApiSourceBuilder strict() {
        this.strict = true;
        return this;
    }

    /** Sets how long one attempt of a request may take; default 30 s. The execution's own deadline applies too. */
    public OpenApiSourceBuilder timeout(Duration timeout) {
        this.timeout = OptionChecks.positive("timeout", timeout);
        return this;
    }

    /** Sets how often a request of an idempotent method (RFC 9110, 9.2.2) is repeated; default 2. */
    public OpenApiSourceBuilder maxRetries(int maxRetries) {
        this.maxRetries = OptionChecks.notNegative("maxRetries", maxRetries);
        return this;
    }

    /** Sets the maximum size of a response, after decompression; default 4 MiB. */
    public OpenApiSourceBuilder maxResponseBytes(int maxResponseBytes) {
        this.maxResponseBytes = OptionChecks.positive("maxResponseBytes", maxResponseBytes);
        return this;
    }

    /** Sets the maximum size of the document and of each external file; default 64 MiB. */
    public OpenApiSourceBuilder maxDocumentBytes(int maxDocumentBytes) {
        this.maxDocumentBytes = OptionChecks.positive("maxDocumentBytes", maxDocumentBytes);
        return this;
    }

    /** Sets how many calls of this source are carried out at once, for all callers together; default 128. Others wait. */
    public OpenApiSourceBuilder maxConcurrentCalls(int maxConcurrentCalls) {
        this.maxConcurrentCalls = OptionChecks.positive("maxConcurrentCalls", maxConcurrentCalls);
        return this;
    }

    /** Sets the HTTP client, for the host's own proxies and TLS. It must not follow redirects. */
    public OpenApiSourceBuilder httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The HTTP client must not follow redirects: this library does, and takes the credentials off.");
        }
        this.httpClient = client;
        return this;
    }

    /**
     * Reads the document. Mistakes in it, and in what the host says about it, are reported by
     * {@link OpenApiSource#load}.
     */
    public OpenApiSource build() {
        Filters filters = new Filters(included, excluded, effects, argumentChecks);
        DocumentOptions options = documentOptions(filters);
        ReadDocument read = file != null
                ? DocumentReader.read(file, options)
                : DocumentReader.read(Objects.requireNonNull(text), options);
        NamedServers named = new NamedServers(baseUrl, servers, privateAddresses);
        HttpCaller caller = new HttpCaller(httpOptions(read, named));
        Map<OperationName, OperationHandler> handlers = new HashMap<>();
        read.calls().forEach((name, operation) -> handlers.put(name, caller.handler(operation)));
        read.unserved()
                .forEach((name, reason) -> handlers.put(name, call -> {
                    throw new OperationFailedException("The call was not made: " + reason);
                }));
        List<Service> services = read.service() == null ? List.of() : List.of(read.service());
        SourceSnapshot snapshot = new SourceSnapshot(services, handlers, issues(read, filters, caller, named));
        return new OpenApiSource(snapshot, read.declared(), caller);
    }

    private static List<SourceIssue> issues(ReadDocument read, Filters filters, HttpCaller caller, NamedServers named) {
        List<SourceIssue> issues = new ArrayList<>(read.issues());
        if (read.service() != null) {
            issues.addAll(filters.issues());
            issues.addAll(caller.issues(read.calls().values()));
            named.issue(read.server()).ifPresent(issues::add);
        }
        return issues;
    }

    private DocumentOptions documentOptions(Filters filters) {
        Set<String> hidden = new LinkedHashSet<>(this.hidden);
        if (always != null && always.scheme() instanceof SecurityScheme.ApiKey key) {
            hidden.add(key.name());
        }
        return new DocumentOptions(
                name,
                description,
                new DocumentOptions.Selection(
                        filters::take, filters::effect, filters::argumentCheck, names, hidden, responseHeaders),
                new DocumentOptions.Location(baseUrl, List.copyOf(servers)),
                new DocumentOptions.Files(externalFiles, overlays, maxDocumentBytes),
                credentials.keySet(),
                strict);
    }

    private HttpOptions httpOptions(ReadDocument read, NamedServers named) {
        List<Credential> secrets = new ArrayList<>(credentials.values());
        if (always != null) {
            secrets.add(always.credential());
        }
        return new HttpOptions(
                name,
                new Secrets(read.schemes(), credentials, always, authorizer),
                named.origins(read.server()),
                new ClientOptions(named.originsWithTokens(secrets), privateAddresses, maxResponseBytes, httpClient),
                timeout,
                maxRetries,
                maxConcurrentCalls);
    }
}
