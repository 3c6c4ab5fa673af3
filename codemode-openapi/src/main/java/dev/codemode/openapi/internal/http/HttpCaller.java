package dev.codemode.openapi.internal.http;

import dev.codemode.http.Authorization;
import dev.codemode.http.internal.client.BoundedClient;
import dev.codemode.http.internal.client.FaultLog;
import dev.codemode.http.internal.client.Origin;
import dev.codemode.http.internal.client.Payload;
import dev.codemode.http.internal.secret.ControlCharacters;
import dev.codemode.http.internal.secret.SecretMask;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.SourceIssue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries out the calls of one source over HTTP. Thread-safe. */
public final class HttpCaller implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.codemode.openapi");

    private final HttpOptions options;
    private final BoundedClient wire;
    private final FaultLog log;
    private final Credentials credentials;
    private final Semaphore places;

    /** Creates a caller with these options. */
    public HttpCaller(HttpOptions options) {
        this.options = options;
        this.log = new FaultLog(LOG, options.source(), InstantSource.system());
        this.wire = new BoundedClient(options.client(), log);
        this.credentials = new Credentials(options, wire, log);
        this.places = new Semaphore(options.maxConcurrentCalls(), true);
    }

    /** Returns what is wrong with the host's credentials, for a source with these operations. */
    public List<SourceIssue> issues(Collection<HttpOperation> operations) {
        return CredentialCheck.of(options, operations);
    }

    /** Returns the handler that carries out an operation. */
    public OperationHandler handler(HttpOperation operation) {
        Map<String, String> own = own(operation);
        return call -> carryOut(operation, own, call);
    }

    private @Nullable Object carryOut(HttpOperation operation, Map<String, String> own, OperationCall call)
            throws InterruptedException {
        Target target = Target.of(operation, call.arguments());
        Payload content = Content.of(operation, call.arguments());
        long left = Duration.between(Instant.now(), call.deadline()).toMillis();
        if (!places.tryAcquire(left, TimeUnit.MILLISECONDS)) {
            throw new OperationFailedException(
                    "The call waited for other calls of this service until its time was up (limit: maxConcurrentCalls)."
                            + " Nothing was sent.",
                    OperationFailedException.Retry.LATER,
                    OptionalInt.empty(),
                    null);
        }
        try {
            return carryOut(
                    operation, call, new PreparedRequest(target, target.uri(), Authorization.none(), own, content));
        } finally {
            places.release();
        }
    }

    private @Nullable Object carryOut(HttpOperation operation, OperationCall call, PreparedRequest request)
            throws InterruptedException {
        Instant start = Instant.now();
        Duration left = Duration.between(start, call.deadline());
        Duration timeout = left.compareTo(options.timeout()) < 0 ? left : options.timeout();
        Authorization authorization = credentials.of(operation, call, request.uri(), timeout);
        Exchange exchange = new Exchange(wire, options, operation, call.deadline(), log);
        BoundedClient.Response response = exchange.send(request.with(authorization));
        if (response.status() == 401 && credentials.renews(operation)) {
            credentials.forgetTokens();
            authorization = credentials.of(operation, call, request.uri(), timeout);
            response = exchange.send(request.with(authorization));
        }
        log(operation, response.status(), start);
        SecretMask mask = SecretMask.of(authorization);
        if (response.status() < 200 || response.status() >= 300) {
            boolean authorized = exchange.trusted() && !authorization.equals(Authorization.none());
            warn(operation, response, authorized);
            throw Failures.of(operation, response, mask, authorized, Instant.now());
        }
        return ResponseValues.of(operation, response, mask);
    }

    private static void log(HttpOperation operation, int status, Instant start) {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            Duration taken = Duration.between(start, Instant.now());
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} {1}: {2} after {3}",
                    operation.method(),
                    operation.path(),
                    status,
                    taken);
        }
    }

    private void warn(HttpOperation operation, BoundedClient.Response response, boolean authorized) {
        if (Failures.isAboutCredentials(response)) {
            log.warn(
                    "credentials " + authorized + response.status(),
                    Origin.of(operation.server()),
                    (authorized ? "{0} refused the host's credentials" : "{0} refused a request without credentials")
                            + " with status " + response.status() + ", first for " + operation.method() + " "
                            + operation.path());
        }
    }

    /** Returns the header fields of every request, whatever its arguments and credentials are. */
    private static Map<String, String> own(HttpOperation operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", accepted(operation));
        headers.put("Accept-Encoding", "gzip");
        headers.put("User-Agent", "codemode-java");
        return Map.copyOf(headers);
    }

    /** Returns the media types of success (RFC 9110, 12.5.1); only JSON, if there is any. */
    private static String accepted(HttpOperation operation) {
        Set<String> types = new LinkedHashSet<>();
        operation.answers().responses().stream()
                .filter(response ->
                        response.status().startsWith("2") || response.status().equals("default"))
                .forEach(response -> types.addAll(response.mediaTypes()));
        types.removeIf(type -> ControlCharacters.in(type, "") || !type.contains("/"));
        boolean json = types.stream().anyMatch(type -> MediaType.isJson(MediaType.plain(type)));
        types.removeIf(type -> json && !MediaType.isJson(MediaType.plain(type)));
        return types.isEmpty() ? "application/json, */*;q=0.5" : String.join(", ", types);
    }

    @Override
    public void close() {
        wire.close();
    }
}
