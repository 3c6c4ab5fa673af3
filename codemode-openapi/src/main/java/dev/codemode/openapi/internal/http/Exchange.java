package dev.codemode.openapi.internal.http;

import dev.codemode.http.Authorization;
import dev.codemode.http.internal.client.BoundedBody;
import dev.codemode.http.internal.client.BoundedClient;
import dev.codemode.http.internal.client.Breakage;
import dev.codemode.http.internal.client.FaultLog;
import dev.codemode.http.internal.client.Methods;
import dev.codemode.http.internal.client.Origin;
import dev.codemode.http.internal.client.Percent;
import dev.codemode.http.internal.client.RetryAfter;
import dev.codemode.source.OperationFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Gets a response: attempts, waits between them, redirects. Invariants, held by {@code RetryTest} and
 * {@code RedirectTest}: a request that is not idempotent is sent once, redirects lead only to origins that the host
 * names and the operation's own, and credentials are on no request whose chain of redirects has once left the
 * operation's own path. Confined to one thread at a time.
 */
final class Exchange {
    private static final Set<Integer> WORTH_ANOTHER = Set.of(408, 429, 502, 503, 504);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final int MAX_REDIRECTS = 5;

    private final BoundedClient wire;
    private final HttpOptions options;
    private final HttpOperation operation;
    private final Instant deadline;
    private final FaultLog log;
    private final InstantSource clock = InstantSource.system();
    private boolean trusted = true;

    Exchange(BoundedClient wire, HttpOptions options, HttpOperation operation, Instant deadline, FaultLog log) {
        this.wire = wire;
        this.options = options;
        this.operation = operation;
        this.deadline = deadline;
        this.log = log;
    }

    /** Returns whether the last request still had credentials and arguments, because no redirect had removed them. */
    boolean trusted() {
        return trusted;
    }

    /**
     * Sends the request until a response is worth keeping.
     *
     * @throws OperationFailedException if there is none
     */
    BoundedClient.Response send(PreparedRequest request) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            boolean last = attempt >= options.maxRetries() || !Methods.isIdempotent(operation.method());
            BoundedClient.Response response = attempt(request, last);
            if (response != null && (last || !WORTH_ANOTHER.contains(response.status()))) {
                return response;
            }
            if (!waited(attempt, response) && response != null) {
                return response;
            }
        }
    }

    /** Returns the response, or null if there was none but another attempt may bring one. */
    private BoundedClient.@Nullable Response attempt(PreparedRequest request, boolean last)
            throws InterruptedException {
        try {
            return followed(request);
        } catch (BoundedBody.TooLargeException e) {
            throw new OperationFailedException(
                    "The response is larger than " + wire.maxResponseBytes()
                            + " bytes (limit: maxResponseBytes). Ask for less.",
                    isSafe() ? OperationFailedException.Retry.NO : OperationFailedException.Retry.UNKNOWN,
                    OptionalInt.empty(),
                    e);
        } catch (IOException e) {
            Breakage breakage = Breakage.of(e);
            if (last || !breakage.passes() || left().compareTo(FIRST_WAIT) < 0) {
                throw failed(breakage, e);
            }
            return null;
        }
    }

    private boolean isSafe() {
        return Set.of("GET", "HEAD", "OPTIONS", "TRACE").contains(operation.method());
    }

    private OperationFailedException failed(Breakage breakage, IOException e) {
        log.warn(breakage.name(), Origin.of(operation.server()), "{0}: " + breakage.cause());
        return new OperationFailedException(breakage.message(), breakage.retry(isSafe()), OptionalInt.empty(), e);
    }

    private Duration left() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.compareTo(options.timeout()) < 0 ? left : options.timeout();
    }

    /** Waits before the next attempt; returns false if the server wants a longer wait than there is time for. */
    private boolean waited(int attempt, BoundedClient.@Nullable Response response) throws InterruptedException {
        long most = FIRST_WAIT.toMillis() << attempt;
        Duration wait = Duration.ofMillis(RandomGenerator.getDefault().nextLong(most / 2, most + 1));
        if (response != null) {
            wait = RetryAfter.of(response.headers(), clock.instant()).orElse(wait);
        }
        if (wait.compareTo(MAX_WAIT) > 0 || wait.compareTo(Duration.between(clock.instant(), deadline)) >= 0) {
            return response == null;
        }
        Thread.sleep(wait.toMillis());
        return true;
    }

    private BoundedClient.Response followed(PreparedRequest request) throws IOException, InterruptedException {
        Target target = request.target().with(request.authorization());
        URI uri = request.authorization().query().isEmpty() ? request.uri() : target.uri();
        Map<String, String> headers = new LinkedHashMap<>(request.own());
        headers.putAll(target.fields());
        URI first = uri;
        trusted = true;
        BoundedClient.Response response =
                send(new BoundedClient.Request(operation.method(), uri, headers, request.content()));
        for (int hops = 0; isRedirect(response); hops++) {
            if (hops == MAX_REDIRECTS) {
                throw new OperationFailedException("The server redirects more than " + MAX_REDIRECTS + " times.");
            }
            URI next = next(uri, response);
            trusted = trusted && isOwn(first, next);
            uri = trusted ? withQuery(next, request.authorization()) : next;
            headers = trusted ? headers : request.own();
            response = send(new BoundedClient.Request(operation.method(), uri, headers, null));
        }
        return response;
    }

    private BoundedClient.Response send(BoundedClient.Request request) throws IOException, InterruptedException {
        Duration left = left();
        if (left.isNegative() || left.isZero()) {
            throw new HttpTimeoutException("The execution ends.");
        }
        return wire.send(request, left);
    }

    private static boolean isRedirect(BoundedClient.Response response) {
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 ->
                response.headers().firstValue("Location").isPresent();
            default -> false;
        };
    }

    private URI next(URI uri, BoundedClient.Response response) {
        if (!operation.method().equals("GET") && !operation.method().equals("HEAD")) {
            throw new OperationFailedException(
                    "The server redirects the request, which is followed only for GET and HEAD.",
                    OperationFailedException.Retry.UNKNOWN,
                    OptionalInt.of(response.status()),
                    null);
        }
        try {
            URI next = uri.resolve(response.headers().firstValue("Location").orElse(""));
            boolean http = "http".equals(next.getScheme()) || "https".equals(next.getScheme());
            boolean weaker = "https".equals(uri.getScheme()) && "http".equals(next.getScheme());
            if (http && !weaker && next.getHost() != null && next.getRawUserInfo() == null) {
                return permitted(next);
            }
        } catch (IllegalArgumentException e) {
            // The answer is the same as for a scheme that is not followed.
        }
        throw new OperationFailedException("The server redirects to a place where no request may go.");
    }

    private URI permitted(URI next) {
        Origin origin = Origin.of(next);
        if (!options.origins().contains(origin) && !origin.equals(Origin.of(operation.server()))) {
            log.warn(
                    "redirect",
                    origin,
                    "a redirect to {0} was not followed, since the host does not name that server. If it is to be"
                            + " followed, without credentials, list it under servers");
            throw new OperationFailedException(
                    "The server redirects to another server, which the host does not permit.");
        }
        return next;
    }

    /** Returns whether the target is the operation's own path at its own origin, give or take a trailing slash. */
    private static boolean isOwn(URI uri, URI next) {
        return Origin.of(uri).equals(Origin.of(next))
                && trimmed(uri.getRawPath()).equals(trimmed(next.getRawPath()));
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * The server has no reason to repeat a secret from the query in its redirect, but the next request needs it again.
     */
    private static URI withQuery(URI next, Authorization authorization) {
        String query = next.getRawQuery() == null ? "" : next.getRawQuery();
        StringBuilder joined = new StringBuilder(query);
        authorization.query().forEach((name, value) -> {
            String start = Percent.strictly(name) + "=";
            if (!("&" + query).contains("&" + start)) {
                joined.append(joined.isEmpty() ? "" : "&").append(start).append(Percent.strictly(value));
            }
        });
        String base = next.toString().replaceFirst("[?#].*$", "");
        return URI.create(joined.isEmpty() ? base : base + "?" + joined);
    }
}
