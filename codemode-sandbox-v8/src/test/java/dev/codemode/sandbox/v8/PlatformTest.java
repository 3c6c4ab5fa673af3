package dev.codemode.sandbox.v8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.worker.WorkerSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformTest {
    static boolean isSupported() {
        return Platform.current().isSupported();
    }

    @Test
    void takesLinuxOnX86() {
        assertThat(new Platform("Linux", "amd64", false).isSupported()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, aarch64, false, Linux on aarch64",
        "Linux, amd64, true, Linux on amd64 with musl",
        "Mac OS X, x86_64, false, Mac OS X on x86_64",
        "Windows 11, amd64, false, Windows 11 on amd64"
    })
    void saysWhatToDoElsewhere(String system, String architecture, boolean musl, String found) {
        assertThatThrownBy(() -> V8Sandbox.builder(new Platform(system, architecture, musl)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Cannot start workers of V8: its native library is for Linux on x86-64 with glibc, but this is "
                                + found
                                + ". Use GraalSandbox.create() of codemode-sandbox-graal, which runs wherever Java does.");
    }

    @Test
    void buildsNothingForScriptsThatNothingConfines() {
        WorkerSandbox.Builder builder = V8Sandbox.builder(new Platform("Linux", "amd64", false));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "This V8 is of June 2025: CVE-2025-6554, fixed on 30 June 2025 and exploited since, lets a script"
                                + " leave it. Use GraalSandbox, start the workers in a sandbox of the operating system with"
                                + " commandPrefix(...), or say with unsafeKnownFaults() that every script is trusted.");
    }
}
