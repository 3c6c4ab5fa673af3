package dev.codemode.sandbox.worker.internal.host;

import dev.codemode.sandbox.Execution;

/** Thrown when no worker is available. */
public final class NoWorkerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Execution.Unavailable.Reason reason;

    NoWorkerException(Execution.Unavailable.Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Execution.Unavailable.Reason reason() {
        return reason;
    }
}
