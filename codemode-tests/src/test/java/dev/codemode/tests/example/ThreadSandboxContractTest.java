package dev.codemode.tests.example;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.SandboxContract;
import java.util.Set;

final class ThreadSandboxContractTest extends SandboxContract {
    private static final Set<Feature> LEFT_OUT = Set.of(Feature.MEMORY_LIMIT, Feature.CPU_LIMIT, Feature.POSITIONS);

    @Override
    protected Sandbox sandbox() {
        return new ThreadSandbox(limits -> new MinimalRealm());
    }

    @Override
    protected boolean supports(Feature feature) {
        return !LEFT_OUT.contains(feature);
    }
}
