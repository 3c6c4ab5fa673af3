package dev.codemode.examples.bookshop.demo;

/** Thrown when a scene did not get what it expected. Immutable and thread-safe. */
final class SceneFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SceneFailedException(String message) {
        super(message);
    }
}
