package dev.codemode.jsonschema.internal.document;

import dev.codemode.catalog.CodeModeException;

/** Ends the reading of a document that would take too long; it has no stack trace, since the document is to blame. */
public final class TooCostlyException extends CodeModeException {
    private static final long serialVersionUID = 1L;

    public TooCostlyException() {
        super("It refers to its parts so often that reading it would take too long.");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
