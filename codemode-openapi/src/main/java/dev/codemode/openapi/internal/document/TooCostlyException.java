package dev.codemode.openapi.internal.document;

/** Ends the reading of a document that would take too long; it has no stack trace, since the document is to blame. */
final class TooCostlyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooCostlyException() {
        super("It refers to its parts so often that reading it would take too long.", null, false, false);
    }
}
