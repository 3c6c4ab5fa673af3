package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.worker.ReportingWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    private Path cache;

    @Test
    void startsAWorkerThatSeesNothingOfTheHost() throws Exception {
        try (Launcher launcher = launcher(List.of());
                StartedProcess worker = launcher.start(64 << 20)) {
            Map<String, String> report = WorkerReport.read(worker.process());
            String directory = worker.directory().toString();

            report.remove("jars");
            assertThat(report)
                    .isEqualTo(Map.of(
                            "arguments",
                            "[memory=67108864]",
                            "directory",
                            directory,
                            "environment",
                            "{}",
                            "home",
                            directory,
                            "temporary",
                            directory,
                            "user",
                            "worker"));
            worker.process().waitFor();
        }
    }

    @Test
    void givesEachWorkerAnEmptyDirectoryThatGoesWithIt() throws Exception {
        try (Launcher launcher = launcher(List.of())) {
            StartedProcess first = launcher.start(64 << 20);
            StartedProcess second = launcher.start(64 << 20);

            assertThat(first.directory()).isEmptyDirectory().isNotEqualTo(second.directory());
            for (StartedProcess worker : List.of(first, second)) {
                Files.writeString(worker.directory().resolve("left.txt"), "left");
                worker.kill();
                worker.process().waitFor();
                worker.close();
                assertThat(worker.directory()).doesNotExist();
            }
        }
    }

    @Test
    void leavesNoneOfItsDirectoriesBehind() throws Exception {
        Launcher launcher = launcher(List.of());
        launcher.start(64 << 20).process().destroyForcibly().waitFor();
        launcher.close();

        assertThat(names("work-")).isEmpty();
    }

    @Test
    void startsNothingOnceItIsClosed() {
        Launcher launcher = launcher(List.of());
        launcher.close();

        assertThatThrownBy(() -> launcher.start(64 << 20))
                .isInstanceOf(IOException.class)
                .hasMessage("The launcher is closed.");
    }

    @Test
    void putsTheCommandPrefixBeforeTheLauncher() throws Exception {
        try (Launcher launcher = launcher(List.of("env", "PLACE={directory}/here"));
                StartedProcess worker = launcher.start(64 << 20)) {
            Map<String, String> report = WorkerReport.read(worker.process());

            assertThat(report).containsEntry("environment", "{PLACE=" + worker.directory() + "/here}");
            worker.process().waitFor();
        }
    }

    @Test
    void killsWhatTheCommandPrefixStarted() throws Exception {
        try (Launcher launcher = launcher(List.of("sh", "-c", "\"$@\"; exit $?", "sh"));
                StartedProcess worker = launcher.start(64 << 20)) {
            worker.process().inputReader().readLine();
            List<ProcessHandle> started = worker.process().descendants().toList();
            worker.kill();

            assertThat(started).hasSize(1);
            for (ProcessHandle handle : started) {
                handle.onExit().join();
            }
            worker.process().waitFor();
        }
    }

    @Test
    void saysWhichCommandCouldNotBeStarted() {
        try (Launcher launcher = launcher(List.of("no-such-command"))) {
            assertThatThrownBy(() -> launcher.start(64 << 20))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Cannot run program \"no-such-command\"");
        }
        assertThat(names("work-")).isEmpty();
    }

    @Test
    void readsPathsThatAreNotAscii() {
        ProcessBuilder plain = Launcher.builder(List.of("java", "-cp", "/lib/a.jar"), cache, Map.of());
        ProcessBuilder other =
                Launcher.builder(List.of("java", "-cp", "/b\u00fccher/a.jar"), cache, Map.of("TZ", "UTC"));

        assertThat(plain.environment()).isEmpty();
        assertThat(other.environment()).isEqualTo(Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"));
    }

    private Launcher launcher(List<String> prefix) {
        return Launcher.of(ReportingWorker.program(), new LaunchOptions(null, List.of(), prefix, cache));
    }

    private List<String> names(String prefix) {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
