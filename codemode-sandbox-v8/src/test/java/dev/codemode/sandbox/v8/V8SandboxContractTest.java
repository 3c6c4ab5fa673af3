package dev.codemode.sandbox.v8;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.SandboxContract;
import dev.codemode.testkit.hostile.HostileScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

@RunsV8
final class V8SandboxContractTest extends SandboxContract {
    private static final Path FAILURES = Path.of("../docs/v8-failures.txt");

    @Override
    protected Sandbox sandbox() {
        return V8Sandbox.create();
    }

    @Override
    protected boolean holds(HostileScript script) {
        try {
            return Files.readAllLines(FAILURES).stream().noneMatch(line -> line.startsWith(script.file() + " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
