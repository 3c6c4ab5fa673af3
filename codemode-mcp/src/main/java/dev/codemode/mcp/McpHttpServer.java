package dev.codemode.mcp;

import java.net.URI;

/**
 * A running HTTP server. Thread-safe.
 *
 * @since 0.1
 */
public interface McpHttpServer extends AutoCloseable {
    /** Returns the port that it listens on. */
    int port();

    /** Returns the address that a client connects to, such as {@code http://127.0.0.1:8080/mcp}. */
    URI url();

    /**
     * Refuses new requests, lets running calls answer ({@link CodeModeMcpServer.Builder#drainTimeout}), then stops the
     * rest and releases the port. Blocks; closing twice is allowed.
     */
    @Override
    void close();
}
