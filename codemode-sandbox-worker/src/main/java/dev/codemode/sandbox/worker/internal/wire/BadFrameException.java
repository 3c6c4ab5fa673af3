package dev.codemode.sandbox.worker.internal.wire;

import java.io.IOException;

/** Thrown when a worker breaks the protocol. */
public final class BadFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    public BadFrameException(String message) {
        super(message);
    }
}
