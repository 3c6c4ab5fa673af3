package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaLauncherTest {
    @TempDir
    private Path home;

    @Test
    void findsTheLauncherOfTheRuntimeThatRuns() {
        assertThat(JavaLauncher.find("GraalJS", null).executable())
                .isEqualTo(
                        ProcessHandle.current().info().command().map(Path::of).orElseThrow());
    }

    @Test
    void namesTheChoicesWithoutALauncher() {
        Path missing = home.resolve("bin/java");

        assertThatThrownBy(() -> JavaLauncher.find("GraalJS", missing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of GraalJS: there is no Java launcher at " + missing + ". Give a"
                        + " launcher with javaLauncher(path), run scripts that you trust in this process with"
                        + " GraalSandbox.unsafeInProcess(), or pass a Sandbox of your own.");
    }

    @Test
    void refusesALauncherOfAnotherVersion() throws Exception {
        Path launcher = launcher("JAVA_VERSION=\"11.0.2\"\n");

        assertThatThrownBy(() -> JavaLauncher.find("GraalJS", launcher))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of GraalJS: the launcher " + launcher + " is of Java 11, but this"
                        + " process runs on Java " + Runtime.version().feature()
                        + ". Give a launcher of the same version.");
    }

    @Test
    void takesALauncherThatDoesNotTellItsVersion() throws Exception {
        Path launcher = launcher("");

        assertThat(JavaLauncher.find("GraalJS", launcher)).isEqualTo(new JavaLauncher(launcher, home.toRealPath()));
    }

    private Path launcher(String release) throws IOException {
        Files.writeString(home.resolve("release"), release);
        Path launcher =
                Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }
}
