package dev.codemode.http.internal.secret;

import dev.codemode.http.Credential;
import dev.codemode.http.internal.client.BodyText;
import dev.codemode.http.internal.client.BoundedClient;
import dev.codemode.http.internal.client.Breakage;
import dev.codemode.http.internal.client.FaultLog;
import dev.codemode.http.internal.client.Origin;
import dev.codemode.http.internal.client.Payload;
import dev.codemode.http.internal.client.Percent;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.NotJsonException;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gets tokens by the flow of client credentials (RFC 6749, 4.4) and keeps them. Thread-safe. */
public final class TokenCache {
    /** RFC 6749, 5.2, and extensions that are spelt alike. */
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

    private static final Duration RESERVE = Duration.ofSeconds(30);
    private static final long USUAL_SECONDS = 300;

    private final BoundedClient wire;
    private final FaultLog log;
    private final InstantSource clock = InstantSource.system();
    private final Map<Key, Place> places = new ConcurrentHashMap<>();

    public TokenCache(BoundedClient wire, FaultLog log) {
        this.wire = wire;
        this.log = log;
    }

    private record Key(URI url, String clientId, List<String> scopes) {}

    private record Token(String value, Instant expires) {}

    /** Holds one token; threads that want it wait for the one that fetches it. */
    private static final class Place {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Token token;
    }

    /**
     * Returns a token that is still valid. Blocks while it is fetched.
     *
     * @throws OperationFailedException if none can be obtained
     */
    public String token(URI url, Credential.ClientCredentials client, List<String> scopes, Duration timeout) {
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
        } catch (IOException e) {
            Breakage breakage = Breakage.of(e);
            throw failed(url, breakage.cause(), breakage.passes(), e);
        } catch (NotJsonException e) {
            throw failed(url, "the answer is not JSON", true, e);
        } finally {
            if (locked) {
                place.lock.unlock();
            }
        }
    }

    private OperationFailedException failed(URI url, String cause, boolean passes, @Nullable Exception e) {
        log.warn("token: " + cause, Origin.of(url), "no token from {0}: " + cause);
        return new OperationFailedException(
                "The host could not authenticate with the server's token service. It keeps the details.",
                passes ? OperationFailedException.Retry.LATER : OperationFailedException.Retry.NO,
                OptionalInt.empty(),
                e);
    }

    /** Forgets every token: the server has refused one. */
    public void forget() {
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
        BoundedClient.Request request = new BoundedClient.Request(
                "POST",
                url,
                Map.of("Authorization", "Basic " + basic, "Accept", "application/json"),
                Payload.utf8("application/x-www-form-urlencoded", form));
        BoundedClient.Response response = wire.send(request, timeout);
        if (response.status() != 200) {
            throw refused(url, response);
        }
        Object value = Json.read(BodyText.of(response));
        if (!(value instanceof Map<?, ?> answer) || !(answer.get("access_token") instanceof String token)) {
            throw failed(url, "the answer holds no access_token", false, null);
        }
        long seconds = answer.get("expires_in") instanceof Number number ? number.longValue() : USUAL_SECONDS;
        Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, 86_400)));
        Duration used = life.compareTo(RESERVE.multipliedBy(2)) > 0 ? life.minus(RESERVE) : life.dividedBy(2);
        return new Token(token, clock.instant().plus(used));
    }

    /** Waiting does not help a client that the service does not know, or that may not have what it asks for. */
    private OperationFailedException refused(URI url, BoundedClient.Response response) {
        int status = response.status();
        boolean passes = status == 408 || status == 425 || status == 429 || status >= 500;
        return failed(url, "status " + status + errorCode(response), passes, null);
    }

    private static String errorCode(BoundedClient.Response response) {
        try {
            return Json.read(BodyText.of(response)) instanceof Map<?, ?> answer
                            && answer.get("error") instanceof String code
                            && ERROR_CODE.matcher(code).matches()
                    ? ", " + code
                    : "";
        } catch (NotJsonException e) {
            return "";
        }
    }
}
