package dev.codemode.mcp.internal.upstream;

import org.jspecify.annotations.Nullable;

/** Says in a sentence why a server has not answered. */
public final class UpstreamException extends Exception {
    private static final long serialVersionUID = 1L;

    UpstreamException(String message) {
        super(message);
    }

    UpstreamException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
