package dev.codemode.jsonschema.internal.document;

/** Says in a sentence why a text is not a document, or why a reference cannot be followed. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }
}
