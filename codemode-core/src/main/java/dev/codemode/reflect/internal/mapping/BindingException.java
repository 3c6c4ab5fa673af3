package dev.codemode.reflect.internal.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the mapper refuses a value. Its texts are for scripts: they name the path and what was expected, never a
 * class. Immutable and thread-safe.
 */
public final class BindingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    /** Creates the refusal of the value at a path, with a problem in words that follow the name of the value. */
    public BindingException(String path, String problem, @Nullable Throwable cause) {
        super(problem + " (at " + path + ")", cause);
        this.path = path;
        this.problem = problem;
    }

    /** Returns where in the value the problem is, from {@code $} for the value itself. */
    public String path() {
        return path;
    }

    /** Returns the problem in words that follow the name of the value. */
    public String problem() {
        return problem;
    }
}
