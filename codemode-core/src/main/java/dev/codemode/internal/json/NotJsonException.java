package dev.codemode.internal.json;

import dev.codemode.catalog.CodeModeException;

/** Thrown when a value or a text is not JSON that scripts can handle. The message is safe to show to a script. */
public final class NotJsonException extends CodeModeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that names the path. */
    public NotJsonException(String message) {
        super(message);
    }
}
