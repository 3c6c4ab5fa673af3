package dev.codemode.sandbox.deno;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DenoSandboxTest {
    private static final String GET =
            " Deno 2.9 or later is one file: npm packs it as @deno/linux-x64-glibc and for other"
                    + " platforms, and https://github.com/denoland/deno/releases has it too. Without it, use GraalSandbox.";

    @TempDir
    private Path directory;

    @Test
    void saysThatThereIsNoExecutable() {
        assertThatThrownBy(() -> DenoSandbox.builder(Path.of("/no/such/deno")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of Deno: there is no file at /no/such/deno." + GET);
    }

    @Test
    void saysThatAFileMayNotBeExecuted() throws IOException {
        Path file = Files.writeString(directory.resolve("deno"), "");

        assertThatThrownBy(() -> DenoSandbox.builder(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of Deno: this user may not execute " + file + "." + GET);
    }

    @Test
    void saysThatAnExecutableIsNotDeno() throws IOException {
        Path file = executable("echo v22.1.0");

        assertThatThrownBy(() -> DenoSandbox.builder(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of Deno: " + file
                        + " is not Deno: asked for its version, it wrote \"v22.1.0\"." + GET);
    }

    @Test
    void saysThatDenoIsTooOld() throws IOException {
        Path file = executable("echo 'deno 2.8.3 (stable, release, x86_64-unknown-linux-gnu)'");

        assertThatThrownBy(() -> DenoSandbox.builder(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of Deno: " + file + " is too old: deno 2.8.3." + GET);
    }

    private Path executable(String command) throws IOException {
        Path file = directory.resolve("deno");
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
