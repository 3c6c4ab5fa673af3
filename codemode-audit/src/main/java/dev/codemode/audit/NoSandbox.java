package dev.codemode.audit;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;

/** Runs nothing: an audit only reads. */
record NoSandbox() implements Sandbox {
    @Override
    public Execution execute(SandboxRequest request) {
        throw new UnsupportedOperationException("An audit runs no scripts.");
    }

    @Override
    public void close() {}
}
