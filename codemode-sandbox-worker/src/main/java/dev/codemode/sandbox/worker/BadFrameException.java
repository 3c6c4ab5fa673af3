package dev.codemode.sandbox.worker;

import java.io.IOException;

/** Thrown when a worker breaks the protocol. */
final class BadFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    BadFrameException(String message) {
        super(message);
    }
}
