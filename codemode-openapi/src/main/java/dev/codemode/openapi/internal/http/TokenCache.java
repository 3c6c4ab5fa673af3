package dev.codemode.openapi.internal.http;

import dev.codemode.internal.Json;
import dev.codemode.internal.NotJsonException;
import dev.codemode.openapi.Credential;
import dev.codemode.source.OperationFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Gets tokens by the flow of client credentials (RFC 6749, 4.4) and keeps them. Thread-safe. */
final class TokenCache {
    private static final System.Logger LOG = System.getLogger("dev.codemode.openapi");
    private static final Duration RESERVE = Duration.ofSeconds(30);
    private static final long USUAL_SECONDS = 300;

    private final Wire wire;
    private final InstantSource clock = InstantSource.system();
    private final Map<Key, Place> places = new ConcurrentHashMap<>();

    TokenCache(Wire wire) {
        this.wire = wire;
    }

    private record Key(URI url, String clientId, List<String> scopes) {}

    private record Token(String value, Instant expires) {}

    /** Holds one token; whoever wants it waits for the one who gets it. */
    private static final class Place {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Token token;
    }

    /**
     * Returns a token that is still good. Blocks while it is got.
     *
     * @throws OperationFailedException if there is none to be had
     */
    String token(URI url, Credential.ClientCredentials client, List<String> scopes, Duration timeout) {
        Place place = places.computeIfAbsent(new Key(url, client.clientId(), scopes), key -> new Place());
        boolean locked = false;
        try {
            place.lock.lockInterruptibly();
            locked = true;
            Token known = place.token;
            if (known == null || !clock.instant().isBefore(known.expires())) {
                known = fetched(url, client, scopes, timeout);
                place.token = known;
            }
            return known.value();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException("The execution ended.");
        } catch (IOException | NotJsonException e) {
            LOG.log(System.Logger.Level.WARNING, "No token for the client of a source: {0}", e.toString());
            throw new OperationFailedException(
                    "The host could not authenticate with the server's token service. It keeps the details.",
                    OperationFailedException.Retry.LATER,
                    OptionalInt.empty(),
                    e);
        } finally {
            if (locked) {
                place.lock.unlock();
            }
        }
    }

    /** Forgets every token: the server has refused one. */
    void forget() {
        places.clear();
    }

    private Token fetched(URI url, Credential.ClientCredentials client, List<String> scopes, Duration timeout)
            throws IOException, InterruptedException {
        String form = "grant_type=client_credentials"
                + (scopes.isEmpty() ? "" : "&scope=" + Percent.form(String.join(" ", scopes)));
        // RFC 6749, 2.3.1: both are encoded as in a form before they are joined.
        String pair = Percent.form(client.clientId()) + ":"
                + Percent.form(client.clientSecret().get());
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Wire.Request request = new Wire.Request(
                "POST",
                url,
                Map.of("Authorization", "Basic " + basic, "Accept", "application/json"),
                new Content("application/x-www-form-urlencoded", Content.utf8(form)));
        Wire.Response response = wire.send(request, timeout);
        Object value = response.status() == 200 ? Json.read(Results.text(response)) : null;
        if (!(value instanceof Map<?, ?> answer) || !(answer.get("access_token") instanceof String token)) {
            throw new IOException("The token service answered with status " + response.status() + ".");
        }
        long seconds = answer.get("expires_in") instanceof Number number ? number.longValue() : USUAL_SECONDS;
        Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, 86_400)));
        Duration used = life.compareTo(RESERVE.multipliedBy(2)) > 0 ? life.minus(RESERVE) : life.dividedBy(2);
        return new Token(token, clock.instant().plus(used));
    }
}
