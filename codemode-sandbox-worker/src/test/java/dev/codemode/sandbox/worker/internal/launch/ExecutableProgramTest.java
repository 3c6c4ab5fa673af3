package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.worker.ExecutableProgram;
import dev.codemode.sandbox.worker.ProgramFile;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExecutableProgramTest {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String REPORT = "pwd; echo \"$1 $PLACE $HOME$USER\"; cat \"$2/word.txt\"";

    @TempDir
    private Path cache;

    @Test
    void startsAnExecutableThatSeesNothingOfTheHost() throws Exception {
        try (Launcher launcher = launcher(SHELL);
                StartedProcess worker = launcher.start(64 << 20)) {
            String report = new String(worker.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(report)
                    .isEqualTo(worker.directory() + "\n67108864 " + worker.directory() + " \na word of the program");
            worker.process().waitFor();
        }
    }

    @Test
    void limitsTheProcessBeforeTheCommandPrefix() throws Exception {
        LaunchOptions options = new LaunchOptions(null, List.of(), List.of("env", "-i"), cache);
        ExecutableProgram program =
                program(SHELL, List.of(ProgramFile.of("report.sh", "ulimit -c; ulimit -t; echo \"$PLACE\"")));
        try (Launcher launcher = Launcher.of(program, options);
                StartedProcess worker = launcher.start(64 << 20)) {
            String report = new String(worker.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(report).isEqualTo("0\n3600\n\n");
            worker.process().waitFor();
        }
    }

    @Test
    void unpacksAgainWhatChanges() throws Exception {
        launcher(SHELL).close();
        ExecutableProgram other = program(SHELL, List.of(ProgramFile.of("word.txt", "another word")));
        Launcher.of(other, options(List.of())).close();

        try (var files = Files.walk(cache)) {
            assertThat(files.filter(file -> file.endsWith("word.txt")).map(ExecutableProgramTest::read))
                    .containsExactlyInAnyOrder("a word of the program", "another word");
        }
    }

    @Test
    void saysThatThereIsNoExecutable() {
        assertThatThrownBy(() -> launcher(Path.of("/no/such/deno")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of a shell: there is no executable at /no/such/deno.");
    }

    @Test
    void saysThatAFileIsNoExecutable() throws IOException {
        Path file = Files.writeString(cache.resolve("deno.txt"), "");

        assertThatThrownBy(() -> launcher(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of a shell: this is no executable file: " + file + ".");
    }

    @Test
    void refusesNamesThatLeadElsewhere() {
        assertThatThrownBy(() -> ProgramFile.of("../word.txt", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A program's file needs a plain name, but has '../word.txt'.");
    }

    private Launcher launcher(Path executable) {
        return Launcher.of(program(executable, files()), options(List.of()));
    }

    private LaunchOptions options(List<String> jvmOptions) {
        return new LaunchOptions(null, jvmOptions, List.of(), cache);
    }

    private static List<ProgramFile> files() {
        return List.of(ProgramFile.of("report.sh", REPORT), ProgramFile.of("word.txt", "a word of the program"));
    }

    private static ExecutableProgram program(Path executable, List<ProgramFile> files) {
        return WorkerProgram.builder("a shell", executable)
                .files(files)
                .arguments(place -> List.of(
                        place.files().resolve("report.sh").toString(),
                        Long.toString(place.maxMemoryBytes()),
                        place.files().toString()))
                .environment(place -> Map.of("PLACE", place.directory().toString()))
                .build();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
