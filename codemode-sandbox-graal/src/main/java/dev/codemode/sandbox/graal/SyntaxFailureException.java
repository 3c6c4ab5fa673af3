package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.ScriptFailure;

/** A script that does not parse. */
final class SyntaxFailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ScriptFailure failure;

    SyntaxFailureException(ScriptFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    ScriptFailure failure() {
        return failure;
    }
}
