package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.ReportingWorker;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final JavaLauncher JAVA = new JavaLauncher(Path.of("/jdk/bin/java"), Path.of("/jdk"));
    private static final JavaProgram PROGRAM = WorkerProgram.builder("Reporting", ReportingWorker.class)
            .jvmOptions(List.of("-Dengine=on"))
            .baseMemoryBytes(64 << 20)
            .memoryExitCodes(Set.of(3))
            .build();
    private static final List<Path> JARS = List.of(Path.of("/lib/a.jar"), Path.of("/lib/b.jar"));
    private static final String CLASS_PATH = "/lib/a.jar" + File.pathSeparator + "/lib/b.jar";

    @Test
    void startsAWorker() {
        LaunchOptions options = new LaunchOptions(
                null, List.of("-Xss2m"), List.of("bwrap", "--bind", "{directory}", "{directory}"), null);
        CommandLine line = new CommandLine(JAVA, PROGRAM, options);
        Path directory = Path.of("/directories/7");
        List<String> worker = line.worker(
                128 << 20,
                directory,
                new CommandLine.Place(JARS, List.of("-XX:SharedArchiveFile=/cache/archive"), null));

        assertThat(options.prefixed(worker, directory))
                .isEqualTo(List.of(
                        "bwrap",
                        "--bind",
                        "/directories/7",
                        "/directories/7",
                        "/jdk/bin/java",
                        "-Xmx196608k",
                        "-XX:+UseSerialGC",
                        "-XX:MaxDirectMemorySize=16m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-XX:+DisableAttachMechanism",
                        "-XX:+SuppressFatalErrorMessage",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:+DisplayVMOutputToStderr",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.language=en",
                        "-Duser.timezone=UTC",
                        "-Duser.name=worker",
                        "-Djava.io.tmpdir=/directories/7",
                        "-Duser.home=/directories/7",
                        "-XX:SharedArchiveFile=/cache/archive",
                        "-Dengine=on",
                        "-Xss2m",
                        "-cp",
                        CLASS_PATH,
                        "dev.codemode.sandbox.worker.ReportingWorker",
                        "memory=134217728"));
    }

    @Test
    void trainsWithoutTheCommandPrefix() {
        LaunchOptions options = new LaunchOptions(null, List.of(), List.of("bwrap"), null);
        CommandLine line = new CommandLine(JAVA, PROGRAM, options);

        List<String> training = line.training(
                Path.of("/directories/7"), new CommandLine.Place(JARS, List.of("-XX:ArchiveClassesAtExit=/new"), null));

        assertThat(training)
                .startsWith("/jdk/bin/java", "-Xmx196608k")
                .endsWith(
                        "-cp", CLASS_PATH, "dev.codemode.sandbox.worker.ReportingWorker", "memory=134217728", "train");
        assertThat(training).containsSubsequence("-XX:ArchiveClassesAtExit=/new", "-Dengine=on");
    }

    @Test
    void leavesTheHeapToTheLimit() {
        assertThatThrownBy(() -> options("-Xmx1g"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The JVM option '-Xmx1g' sets a worker's heap, which follows from Limits.maxMemoryBytes. Set"
                                + " that limit instead.");
    }

    @Test
    void leavesTheClassPathToTheSandbox() {
        assertThatThrownBy(() -> options("--module-path=/app"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The JVM option '--module-path=/app' sets a worker's class path, which holds only the"
                        + " sandbox's own jars. Leave it out.");
    }

    @Test
    void refusesTextThatIsNotAFlag() {
        assertThatThrownBy(() -> options("Main"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The JVM option 'Main' does not start with '-'. Give each flag as one text, such as"
                        + " '-XX:+UseSerialGC'.");
    }

    private static LaunchOptions options(String option) {
        return new LaunchOptions(null, List.of(option), List.of(), null);
    }
}
