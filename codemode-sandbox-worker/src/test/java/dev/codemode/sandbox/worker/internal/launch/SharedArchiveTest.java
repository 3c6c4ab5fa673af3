package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.ReportingWorker;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.WorkerStart;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedArchiveTest {
    @TempDir
    private Path cache;

    @Test
    void makesAnArchiveThatLaterHostsUse() throws Exception {
        train();
        FileTime made = Files.getLastModifiedTime(archive());
        train();

        assertThat(Files.getLastModifiedTime(archive())).isEqualTo(made);
        try (Launcher launcher = launcher(List.of())) {
            assertThat(archiveFlags(launcher))
                    .hasSize(1)
                    .first()
                    .asString()
                    .endsWith(archive().toString());
        }
    }

    @Test
    void startsWithoutAnArchiveUntilThereIsOne() throws Exception {
        try (Launcher launcher = launcher(List.of())) {
            assertThat(archiveFlags(launcher)).isEmpty();
        }
    }

    @Test
    void makesOneForEachSetOfFlags() throws Exception {
        train();

        try (Launcher launcher = launcher(List.of("-XX:TieredStopAtLevel=1"))) {
            assertThat(archiveFlags(launcher)).isEmpty();
        }
    }

    @Test
    void leavesTheArchiveToAHostThatNamesItsOwn() throws Exception {
        List<String> own = List.of("-Xshare:off");
        try (Launcher launcher = launcher(own)) {
            launcher.train();

            assertThat(archiveFlags(launcher)).isEqualTo(own);
        }
        assertThat(archives()).isEmpty();
    }

    @Test
    void startsAWorkerThoughTheArchiveIsCorrupt() throws Exception {
        train();
        Path archive = archive();
        assertThat(archive.toFile().setWritable(true)).isTrue();
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[1 << 16]);
        }

        startsWithoutTheArchive();
    }

    @Test
    void startsAWorkerThoughTheArchiveIsCutOff() throws Exception {
        train();
        Path archive = archive();
        assertThat(archive.toFile().setWritable(true)).isTrue();
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        startsWithoutTheArchive();
    }

    @Test
    void startsAWorkerThoughAnotherFileIsInTheArchivesPlace() throws Exception {
        train();
        Path archive = archive();
        Files.delete(archive);
        Files.writeString(archive, "not an archive");

        startsWithoutTheArchive();
    }

    @Test
    void noticesThatTheArchiveChangedWhileTheHostRuns() throws Exception {
        try (Launcher launcher = launcher(List.of())) {
            launcher.train();
            assertThat(archiveFlags(launcher)).hasSize(1);
            Path archive = archive();
            Files.delete(archive);
            Files.writeString(archive, "not an archive");

            assertThat(archiveFlags(launcher)).isEmpty();
        }
    }

    @Test
    void startsAWorkerThoughTheTrainingFails() throws Exception {
        JavaProgram program = ReportingWorker.program();
        JavaProgram failing = WorkerProgram.builder(program.name(), FailingTraining.class)
                .classes(program.classes())
                .packages(program.packages())
                .jvmOptions(program.jvmOptions())
                .baseMemoryBytes(program.baseMemoryBytes())
                .memoryExitCodes(program.memoryExitCodes())
                .build();
        try (Launcher launcher = Launcher.of(failing, new LaunchOptions(null, List.of(), List.of(), cache))) {
            launcher.train();

            assertThat(archives()).isEmpty();
            assertThat(WorkerReport.of(launcher)).containsEntry("user", "worker");
        }
    }

    @Test
    void stopsTheTrainingWhenItIsClosed() throws Exception {
        JavaProgram program = ReportingWorker.program();
        JavaProgram endless = WorkerProgram.builder(program.name(), EndlessTraining.class)
                .baseMemoryBytes(32 << 20)
                .memoryExitCodes(program.memoryExitCodes())
                .build();
        Launcher launcher = Launcher.of(endless, new LaunchOptions(null, List.of(), List.of(), cache));
        Thread training = new Thread(launcher::train);
        training.start();
        while (ProcessHandle.current().children().noneMatch(SharedArchiveTest::isTraining)) {
            Thread.onSpinWait();
        }
        launcher.close();
        training.join();

        assertThat(ProcessHandle.current().children().filter(SharedArchiveTest::isTraining))
                .isEmpty();
        assertThat(archives()).isEmpty();
    }

    private static boolean isTraining(ProcessHandle process) {
        return process.isAlive()
                && process.info().commandLine().orElse("").contains(EndlessTraining.class.getSimpleName());
    }

    private void startsWithoutTheArchive() throws Exception {
        try (Launcher launcher = launcher(List.of())) {
            assertThat(archiveFlags(launcher)).isEmpty();
            assertThat(WorkerReport.of(launcher)).containsEntry("user", "worker");
            launcher.train();
            assertThat(archiveFlags(launcher)).hasSize(1);
        }
    }

    private void train() {
        try (Launcher launcher = launcher(List.of())) {
            launcher.train();
        }
    }

    /** Starts a worker, and returns the flags of it that concern archives. */
    private static List<String> archiveFlags(Launcher launcher) throws IOException, InterruptedException {
        try (StartedProcess worker = launcher.start(64 << 20)) {
            String[] arguments = worker.process().info().arguments().orElseThrow();
            Map<String, String> report = WorkerReport.read(worker.process());
            worker.process().waitFor();
            assertThat(report).containsEntry("arguments", "[memory=67108864]");
            return Stream.of(arguments)
                    .filter(word -> word.matches("-XX:(SharedArchiveFile|AOTCache)=.*|-Xshare:.*"))
                    .toList();
        }
    }

    private Path archive() throws IOException {
        return archives().get(0);
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.endsWith("archive")).toList();
        }
    }

    private Launcher launcher(List<String> jvmOptions) {
        return Launcher.of(ReportingWorker.program(), new LaunchOptions(null, jvmOptions, List.of(), cache));
    }

    /** A program whose training run fails. */
    static final class FailingTraining {
        public static void main(String[] arguments) throws IOException {
            if (WorkerStart.of(arguments).training()) {
                throw new IOException("out of practice");
            }
            ReportingWorker.main(arguments);
        }
    }

    /** A program whose training run does not end. */
    static final class EndlessTraining {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
