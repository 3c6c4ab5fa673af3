package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.BoundedClient;
import dev.codemode.http.internal.client.RetryAfter;
import dev.codemode.http.internal.secret.SecretMask;
import dev.codemode.source.OperationFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;

/** Turns an unsuccessful response into a failure. Holds no state. */
final class Failures {
    private Failures() {}

    /**
     * @param authorized whether the request had credentials of the host
     */
    static OperationFailedException of(
            HttpOperation operation,
            BoundedClient.Response response,
            SecretMask mask,
            boolean authorized,
            Instant now) {
        int status = response.status();
        String body = ErrorBody.of(response, mask);
        StringBuilder message = new StringBuilder(status < 500 ? "The server refused the call" : "The server failed");
        message.append(body.isEmpty() ? "." : ": " + body);
        String more = wait(response, now) + (isAboutCredentials(response) ? credentials(status, authorized) : "");
        if (!more.isEmpty() && Character.isLetterOrDigit(message.charAt(message.length() - 1))) {
            message.append('.');
        }
        message.append(more);
        return new OperationFailedException(
                message.toString(), retry(operation.method(), status), OptionalInt.of(status), null);
    }

    /** Returns whether the server wants the client to authenticate, or refuses it (RFC 9110, 15.5.2 and 15.5.4). */
    static boolean isAboutCredentials(BoundedClient.Response response) {
        return response.status() == 401 || response.status() == 403;
    }

    private static String wait(BoundedClient.Response response, Instant now) {
        return RetryAfter.of(response.headers(), now)
                .map(wait -> " Wait " + seconds(wait) + " s before another call.")
                .orElse("");
    }

    private static String credentials(int status, boolean authorized) {
        if (!authorized) {
            return " The host sent no credentials with this call.";
        }
        return status == 401
                ? " The host's credentials were not accepted."
                : " The host's credentials were not accepted for this call.";
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.toSeconds());
    }

    private static OperationFailedException.Retry retry(String method, int status) {
        if (status == 429 || status == 503 || status == 425) {
            return OperationFailedException.Retry.LATER;
        }
        boolean transientFault = status == 408 || status >= 500;
        if (!transientFault) {
            return OperationFailedException.Retry.NO;
        }
        return Set.of("GET", "HEAD", "OPTIONS", "TRACE").contains(method)
                ? OperationFailedException.Retry.LATER
                : OperationFailedException.Retry.UNKNOWN;
    }
}
