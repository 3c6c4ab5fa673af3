package dev.codemode.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The superclass of every exception that this library throws to a host. Immutable and thread-safe.
 *
 * @since 0.1
 */
public abstract class CodeModeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that says what was being done, to what, and what to do about it. */
    protected CodeModeException(String message) {
        super(message);
    }

    /** Creates the exception with a message and the failure behind it, if there is one. */
    protected CodeModeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
