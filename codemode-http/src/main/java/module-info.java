/**
 * Requests that leave on behalf of a host: its credentials, and a client that is bounded in time, size and destination.
 *
 * @since 0.1
 */
@SuppressWarnings("module") // users of the internal packages are compiled later
module dev.codemode.http {
    requires transitive dev.codemode.core;
    requires transitive java.net.http;
    requires static transitive org.jspecify;

    exports dev.codemode.http;
    exports dev.codemode.http.internal.client to
            dev.codemode.mcp,
            dev.codemode.openapi;
    exports dev.codemode.http.internal.secret to
            dev.codemode.mcp,
            dev.codemode.openapi;
}
