package dev.codemode.sandbox.v8;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.SandboxContract;

@RunsV8
final class V8SandboxContractTest extends SandboxContract {
    @Override
    protected Sandbox sandbox() {
        return V8Sandbox.create();
    }
}
