package dev.codemode.tests.example;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.testkit.sandbox.SandboxContract;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** The hostile corpus has run on workers of GraalJS; here it is a part of the proof. */
@Tag("repeated")
final class ThreadSandboxContractTest extends SandboxContract {
    /** What the realm holds by itself: the rest needs limits, and something that ends scripts by force. */
    private static final Set<String> HELD = Set.of(
            "host-call-arguments",
            "sdk-shim-tampering",
            "java-interop-escape",
            "dynamic-code-and-ambient-apis",
            "denied-operations");

    private static final Set<Feature> LEFT_OUT = Set.of(Feature.MEMORY_LIMIT, Feature.CPU_LIMIT, Feature.POSITIONS);

    @Override
    protected Sandbox sandbox() {
        return new ThreadSandbox(limits -> new MinimalRealm());
    }

    @Override
    protected boolean supports(Feature feature) {
        return !LEFT_OUT.contains(feature);
    }

    @Override
    protected boolean holds(HostileScript script) {
        return HELD.contains(script.category()) && !script.mayNeedForce();
    }
}
