package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.worker.ReportingWorker;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process without a temporary directory, as in a container whose file system is read-only. */
class ReadOnlyRootTest {
    @TempDir
    private Path directory;

    @Test
    void startsWorkersFromJars() throws Exception {
        String home = System.getProperty("java.home");

        assertThat(run(jars(), List.of()))
                .isEqualTo("arguments=[memory=67108864]\ndirectory=" + home + "\nenvironment={}\nhome=" + home
                        + "\ntemporary=" + home + "\nuser=worker\n");
    }

    @Test
    void saysWhatItNeedsForOtherClassPaths() throws Exception {
        assertThat(run(
                        String.join(
                                File.pathSeparator,
                                places().stream().map(Path::toString).toList()),
                        List.of()))
                .isEqualTo("Cannot start workers of Reporting: what a worker needs of "
                        + places().get(0)
                        + " must be copied, and there is no temporary directory that can be written to."
                        + " Give a directory with cacheDirectory(path).\n");
    }

    @Test
    void saysWhatAPrefixWithADirectoryNeeds() throws Exception {
        assertThat(run(jars(), List.of("{directory}")))
                .isEqualTo("Cannot start workers of Reporting: the command prefix names {directory}, and there is no"
                        + " temporary directory that can be written to. Give a directory with cacheDirectory(path).\n");
    }

    private String run(String classPath, List<String> arguments) throws IOException, InterruptedException {
        Map<String, String> properties =
                Map.of("java.io.tmpdir", directory.resolve("missing").toString());
        Process host = HostProcess.start(classPath, properties, Host.class, arguments.toArray(String[]::new));
        String text = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        host.waitFor();
        return text;
    }

    private String jars() throws IOException, URISyntaxException {
        List<String> jars = new ArrayList<>();
        for (Path place : places()) {
            Path jar = directory.resolve(jars.size() + ".jar");
            jars.add((Files.isDirectory(place) ? Jars.pack(jar, place) : place).toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private static List<Path> places() throws URISyntaxException {
        List<Path> places = new ArrayList<>();
        for (Class<?> type : List.of(ReportingWorker.class, WorkerProgram.class, Sandbox.class)) {
            places.add(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        return places;
    }

    /** Starts a worker with its arguments as the command prefix, and prints what the worker says. */
    static final class Host {
        public static void main(String[] arguments) throws Exception {
            LaunchOptions options = new LaunchOptions(null, List.of(), List.of(arguments), null);
            try (Launcher launcher = Launcher.of(ReportingWorker.program(), options)) {
                launcher.train();
                Map<String, String> report = WorkerReport.of(launcher);
                report.remove("jars");
                report.forEach((name, value) -> System.out.println(name + "=" + value));
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
