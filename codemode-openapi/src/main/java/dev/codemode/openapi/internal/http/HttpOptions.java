package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.ClientOptions;
import dev.codemode.http.internal.client.Origin;
import java.time.Duration;
import java.util.Set;

/**
 * What a host has decided about the calls of one source. Immutable and thread-safe.
 *
 * @param source the service's name, for the host's log
 * @param secrets the host's credentials
 * @param origins the origins that get credentials and that redirects may lead to: those that the host names, and that
 *     of the API
 * @param client where requests may go and what may come back
 * @param timeout how long one attempt may take, from connecting to the last byte
 * @param maxRetries how often an idempotent request is repeated
 * @param maxConcurrentCalls how many calls are carried out at once
 */
public record HttpOptions(
        String source,
        Secrets secrets,
        Set<Origin> origins,
        ClientOptions client,
        Duration timeout,
        int maxRetries,
        int maxConcurrentCalls) {
    /** Copies the origins. */
    public HttpOptions {
        origins = Set.copyOf(origins);
    }
}
