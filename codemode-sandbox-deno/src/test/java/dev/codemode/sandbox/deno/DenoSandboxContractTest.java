package dev.codemode.sandbox.deno;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.sandbox.SandboxContract;

/** Every script of the hostile corpus holds here. */
@RunsDeno
final class DenoSandboxContractTest extends SandboxContract {
    @Override
    protected Sandbox sandbox() {
        return DenoSandbox.builder(Deno.executable()).build();
    }
}
