package dev.codemode.sandbox.v8;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.hostile.HostileCorpus;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.testkit.sandbox.SandboxContract;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** The hostile corpus has run on workers of GraalJS; here it is a part of the proof. */
@Tag("repeated")
@RunsV8
final class V8SandboxContractTest extends SandboxContract {
    private static final Set<String> FAILURES = HostileCorpus.listed(Path.of("../docs/v8-failures.txt"));

    @Override
    protected Sandbox sandbox() {
        return V8Sandbox.builder().unsafeKnownFaults().build();
    }

    @Override
    protected boolean holds(HostileScript script) {
        return !FAILURES.contains(script.file());
    }
}
