package dev.codemode.source;

import dev.codemode.catalog.CodeModeException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An operation's failure that the script and the model may read: a business rule, a missing row, an upstream's status.
 * The message crosses into the sandbox unchanged, so it must contain nothing secret; the cause stays on the host.
 * Immutable and thread-safe.
 *
 * @since 0.1
 */
public class OperationFailedException extends CodeModeException {
    private static final long serialVersionUID = 1L;

    private final Retry retry;
    private final int status;

    /** Creates a failure for a call that did nothing and that will not succeed when repeated. */
    public OperationFailedException(String message) {
        this(message, Retry.NO, OptionalInt.empty(), null);
    }

    /**
     * Creates a failure.
     *
     * @param message what the script may read: what went wrong and what to do about it
     * @param retry whether the same call can succeed later
     * @param status an HTTP status code (RFC 9110, 15), if there is one
     * @param cause the cause, which stays on the host, or null
     */
    public OperationFailedException(String message, Retry retry, OptionalInt status, @Nullable Throwable cause) {
        super(message, cause);
        this.retry = retry;
        this.status = status.orElse(-1);
    }

    /** Returns whether the same call can succeed later. */
    public Retry retry() {
        return retry;
    }

    /** Returns the HTTP status code, if there is one. */
    public OptionalInt status() {
        return status < 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Whether the same call can succeed later.
     *
     * @since 0.1
     */
    public enum Retry {
        /** Nothing has happened, and the same call will fail again. */
        NO,
        /** Nothing has happened yet, and the same call may succeed after a while. */
        LATER,
        /** The call may have taken effect, entirely or in part; find that out before repeating it. */
        UNKNOWN
    }
}
