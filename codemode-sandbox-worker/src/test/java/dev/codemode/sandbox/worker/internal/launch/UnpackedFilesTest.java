package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.NativeParts;
import dev.codemode.sandbox.worker.ReportingWorker;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackedFilesTest {
    private static final String RESOURCE = "dev/codemode/sandbox/realm/loop.js";

    @TempDir
    private Path cache;

    @Test
    void tellsAWorkerWhereTheFilesAreAndWhatTheEnvironmentHolds() throws Exception {
        try (Launcher launcher = launcher(RESOURCE)) {
            Map<String, String> report = WorkerReport.of(launcher);

            assertThat(report)
                    .containsEntry(
                            "arguments", "[memory=67108864, files=" + unpacked().getParent() + "]")
                    .containsEntry("environment", "{TZ=UTC}");
        }
    }

    @Test
    void unpacksOnceForAllHosts() throws Exception {
        launcher(RESOURCE).close();
        Path first = unpacked();
        Files.setLastModifiedTime(first, java.nio.file.attribute.FileTime.fromMillis(1_000));
        launcher(RESOURCE).close();

        assertThat(Files.getLastModifiedTime(unpacked()).toMillis()).isEqualTo(1_000);
        assertThat(unpacked()).hasSameBinaryContentAs(source());
    }

    @Test
    void unpacksAgainWhatIsNotWhole() throws Exception {
        launcher(RESOURCE).close();
        Files.writeString(unpacked(), "cut off");
        launcher(RESOURCE).close();

        assertThat(unpacked()).hasSameBinaryContentAs(source());
    }

    @Test
    void unpacksAgainWhatWasRemoved() throws Exception {
        try (Launcher launcher = launcher(RESOURCE)) {
            Files.delete(unpacked());
            WorkerReport.of(launcher);

            assertThat(unpacked()).hasSameBinaryContentAs(source());
        }
    }

    @Test
    void saysWhichResourceIsMissing() {
        assertThatThrownBy(() -> launcher("no/such.so"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Cannot start workers of Reporting: the resource no/such.so is missing. Add the dependency that"
                                + " holds it, and keep it when you pack the application.");
    }

    @Test
    void saysThatItNeedsAPlace() {
        assertThatThrownBy(() -> UnpackedFiles.of(program(RESOURCE), null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of Reporting: its files must be unpacked, and there is no"
                        + " temporary directory that can be written to. Give a directory with cacheDirectory(path).");
    }

    @Test
    void leavesTheHeapAsItIs() {
        assertThat(program(RESOURCE).heapBytes(1 << 30)).isEqualTo(32 << 20);
        assertThat(ReportingWorker.program().heapBytes(1 << 20)).isEqualTo(33 << 20);
    }

    private Launcher launcher(String resource) {
        return Launcher.of(program(resource), new LaunchOptions(null, List.of(), List.of(), cache));
    }

    private static JavaProgram program(String resource) {
        return WorkerProgram.builder("Reporting", ReportingWorker.class)
                .baseMemoryBytes(32 << 20)
                .memoryExitCodes(Set.of(3))
                .nativeParts(new NativeParts(List.of(resource), Map.of("TZ", "UTC")))
                .build();
    }

    private Path unpacked() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.endsWith("loop.js")).findFirst().orElseThrow();
        }
    }

    private static Path source() {
        return Path.of("src/main/resources", RESOURCE);
    }
}
