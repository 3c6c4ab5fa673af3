package dev.codemode.testkit.hostile;

import dev.codemode.catalog.CodeModeException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a corpus cannot be read; the message names the file and the field. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class InvalidCorpusException extends CodeModeException {
    private static final long serialVersionUID = 1L;

    InvalidCorpusException(String message) {
        this(message, null);
    }

    InvalidCorpusException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
