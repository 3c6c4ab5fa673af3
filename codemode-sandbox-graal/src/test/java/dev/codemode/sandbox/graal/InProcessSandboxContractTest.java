package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.SandboxContract;
import dev.codemode.testkit.hostile.Expectation;
import dev.codemode.testkit.hostile.HostileScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;

final class InProcessSandboxContractTest extends SandboxContract {
    private static final Path FAILURES = Path.of("../docs/in-process-failures.txt");

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
        boolean stopped = !Collections.disjoint(script.expected(), Set.of(Expectation.TIMEOUT, Expectation.MEMORY));
        return !stopped && !isListed(script.file());
    }

    private static boolean isListed(String file) {
        try {
            return Files.readAllLines(FAILURES).stream().anyMatch(line -> line.startsWith(file + " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
