package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.SandboxContract;

final class WorkerSandboxContractTest extends SandboxContract {
    @Override
    protected Sandbox sandbox() {
        return GraalSandbox.create();
    }
}
