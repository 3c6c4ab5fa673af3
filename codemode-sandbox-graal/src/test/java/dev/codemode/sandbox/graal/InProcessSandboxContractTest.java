package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.hostile.HostileCorpus;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.testkit.sandbox.SandboxContract;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** The hostile corpus has run on workers of GraalJS; here it is a part of the proof. */
@Tag("repeated")
final class InProcessSandboxContractTest extends SandboxContract {
    private static final Set<String> FAILURES = HostileCorpus.listed(Path.of("../docs/in-process-failures.txt"));

    @Override
    protected Sandbox sandbox() {
        return GraalSandbox.unsafeInProcess();
    }

    /**
     * What has to be stopped by force is left to the command that runs each such script in a process of its own: here, it
     * would take the memory and the threads of all other tests.
     */
    @Override
    protected boolean holds(HostileScript script) {
        return !script.mayNeedForce() && !FAILURES.contains(script.file());
    }
}
