package dev.codemode.openapi.internal.http;

import dev.codemode.openapi.Authorization;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationHandler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out the calls of one source over HTTP. Thread-safe. */
public final class HttpCaller implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.codemode.openapi");

    private final HttpOptions options;
    private final Wire wire;
    private final Credentials credentials;

    /**
     * Creates a caller with these options.
     *
     * @throws IllegalArgumentException if a credential does not fit its scheme
     */
    public HttpCaller(HttpOptions options) {
        this.options = options;
        this.wire = new Wire(options);
        this.credentials = new Credentials(options, wire);
    }

    /** Returns what carries out an operation. */
    public OperationHandler handler(HttpOperation operation) {
        return call -> carryOut(operation, call);
    }

    private @Nullable Object carryOut(HttpOperation operation, OperationCall call) throws InterruptedException {
        Target target = Target.of(operation, call.arguments());
        Content content = Content.of(operation, call.arguments());
        Instant start = Instant.now();
        Duration left = Duration.between(start, call.deadline());
        Duration timeout = left.compareTo(options.timeout()) < 0 ? left : options.timeout();
        URI uri = target.uri();
        Authorization authorization = credentials.of(operation, call, uri, timeout);
        Exchange exchange = new Exchange(wire, options, operation, call.deadline());
        Wire.Response response = exchange.send(target, authorization, own(operation), content);
        if (response.status() == 401 && credentials.renews(operation)) {
            authorization = credentials.of(operation, call, uri, timeout);
            response = exchange.send(target, authorization, own(operation), content);
        }
        LOG.log(
                System.Logger.Level.DEBUG,
                "{0} {1}: {2} after {3}",
                operation.method(),
                operation.path(),
                response.status(),
                Duration.between(start, Instant.now()));
        Mask mask = Mask.of(authorization);
        if (response.status() < 200 || response.status() >= 300) {
            throw Failures.of(operation, response, mask, credentials.has(operation), Instant.now());
        }
        return Results.of(operation, response, mask);
    }

    /** Returns the header fields of every request, whatever its arguments and credentials are. */
    private static Map<String, String> own(HttpOperation operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", accepted(operation));
        headers.put("Accept-Encoding", "gzip");
        headers.put("User-Agent", "codemode-java");
        return headers;
    }

    /** Returns the media types of success (RFC 9110, 12.5.1); JSON alone, where there is any. */
    private static String accepted(HttpOperation operation) {
        Set<String> types = new LinkedHashSet<>();
        operation.responses().stream()
                .filter(response ->
                        response.status().startsWith("2") || response.status().equals("default"))
                .forEach(response -> types.addAll(response.mediaTypes()));
        types.removeIf(type -> Refusal.hasControls(type, "") || !type.contains("/"));
        boolean json = types.stream().anyMatch(type -> Results.isJson(Results.plain(type)));
        types.removeIf(type -> json && !Results.isJson(Results.plain(type)));
        return types.isEmpty() ? "application/json, */*;q=0.5" : String.join(", ", types);
    }

    @Override
    public void close() {
        wire.close();
    }
}
