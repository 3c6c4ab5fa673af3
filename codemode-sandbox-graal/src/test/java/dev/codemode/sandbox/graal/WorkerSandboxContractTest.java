package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.sandbox.SandboxContract;
import java.util.List;

final class WorkerSandboxContractTest extends SandboxContract {
    @Override
    protected Sandbox sandbox() {
        // The corpus costs a worker at every second script, and this compiler brings one up in two thirds of the time.
        return GraalSandbox.builder()
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1"))
                .build();
    }
}
