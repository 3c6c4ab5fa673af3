package dev.codemode.internal.json;

import java.io.IOException;

/** Thrown as soon as a text that is being written exceeds its limit. */
public final class JsonTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public JsonTooLargeException(int maxBytes) {
        super("The text is larger than " + maxBytes + " bytes.");
    }
}
