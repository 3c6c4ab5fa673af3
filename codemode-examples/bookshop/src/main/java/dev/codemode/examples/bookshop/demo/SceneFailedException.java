package dev.codemode.examples.bookshop.demo;

/** Tells that a scene did not get what it expects. Immutable and thread-safe. */
final class SceneFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SceneFailedException(String message) {
        super(message);
    }
}
