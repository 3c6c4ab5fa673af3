package dev.codemode.audit;

import dev.codemode.catalog.CodeModeException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when something that should be audited cannot be read: a server does not answer, compiled code has no annotated
 * class.
 *
 * @since 0.1
 */
public final class AuditException extends CodeModeException {
    private static final long serialVersionUID = 1L;

    AuditException(String message) {
        super(message);
    }

    AuditException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
