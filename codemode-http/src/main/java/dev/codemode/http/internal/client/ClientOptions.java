package dev.codemode.http.internal.client;

import java.net.http.HttpClient;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host has decided about where requests may go and what may come back. Immutable and thread-safe.
 *
 * @param privateOrigins origins that may be at private addresses even if others may not: those that the host names
 * @param privateAddresses whether every server may be at a private address
 * @param maxResponseBytes the maximum size of a response's body, after decompression
 * @param client the host's client, or null for our own
 */
public record ClientOptions(
        Set<Origin> privateOrigins,
        boolean privateAddresses,
        int maxResponseBytes,
        @Nullable HttpClient client) {
    /** Copies the origins. */
    public ClientOptions {
        privateOrigins = Set.copyOf(privateOrigins);
    }
}
